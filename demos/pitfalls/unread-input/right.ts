// Takes a text of at most 1,000 bytes.
import { createServer } from 'node:net';

const server = createServer(socket => {
  let size = 0;
  socket.on('error', () => {});
  socket.on('data', chunk => {
    size += chunk.length;
    if (size <= 1_000 || socket.writableEnded) return;
    socket.end('! Too long\n'); // and what still comes is read, and dropped
    setTimeout(() => socket.destroy(), 10_000); // for a caller that never ends
  });
  socket.on('end', () => {
    if (size <= 1_000) socket.end(`${size} bytes\n`);
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
