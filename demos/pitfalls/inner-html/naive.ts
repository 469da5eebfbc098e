// A page of what people have said: /say?text=TEXT adds a line.
import { createServer } from 'node:http';

const said: string[] = [];

const server = createServer((request, response) => {
  const { url = '' } = request;
  const query = new URLSearchParams(url.startsWith('/say?') ? url.slice(5) : '');
  said.push(...query.getAll('text'));
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(`<ul>${said.map(text => `<li>${text}</li>\n`).join('')}</ul>`);
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
