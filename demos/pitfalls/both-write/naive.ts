// Copies a caller's file, and gives the caller ours. First it sends, then it reads.
import { createServer } from 'node:net';

const file = Buffer.alloc(32 * 1024 * 1024, 'x');

const server = createServer({ allowHalfOpen: true }, socket => {
  let copied = 0;
  socket.on('error', () => {});
  socket.on('end', () => socket.end(`\ncopied ${copied}\n`));
  socket.write(file, () => {
    socket.on('data', chunk => {
      copied += chunk.length;
    });
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
