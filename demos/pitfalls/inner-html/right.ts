// A page of what people have said: /say?TEXT adds a line.
import { createServer } from 'node:http';

const said: string[] = [];

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const server = createServer((request, response) => {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/say') said.push(decodeURIComponent(search.slice(1)));
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(`<ul>${said.map(text => `<li>${escaped(text)}</li>\n`).join('')}</ul>`);
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
