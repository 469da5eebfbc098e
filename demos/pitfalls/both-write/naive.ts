// Copies a caller's file, and gives the caller ours. First it sends, then it reads.
import { once } from 'node:events';
import { createServer } from 'node:net';

const file = Buffer.alloc(32 * 1024 * 1024, 'x');

const server = createServer({ allowHalfOpen: true }, async socket => {
  let copied = 0;
  socket.on('error', () => {});
  if (!socket.write(file)) await once(socket, 'drain');
  socket.on('data', chunk => {
    copied += chunk.length;
  });
  await once(socket, 'end');
  socket.end(`\ncopied ${copied}\n`);
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
