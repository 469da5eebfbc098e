// Answers each line.
import { createServer } from 'node:net';

const server = createServer(socket => {
  let half = '';
  socket.setEncoding('utf8'); // keeps the bytes of half a character for the next chunk
  socket.on('error', () => {});
  socket.on('data', chunk => {
    const lines = (half + chunk).split('\n');
    half = lines.pop() ?? '';
    for (const line of lines) {
      socket.write(`You said ${line}\n`);
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
