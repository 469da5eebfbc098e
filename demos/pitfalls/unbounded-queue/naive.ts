// Sends each caller 64 MiB.
import { createServer } from 'node:net';

const part = Buffer.alloc(65_536, 'x');

const server = createServer({ allowHalfOpen: true }, socket => {
  let most = 0;
  socket.on('error', () => {});
  socket.resume(); // what the caller says is dropped
  for (let sent = 0; sent < 1_024; sent++) {
    socket.write(part);
    most = Math.max(most, socket.writableLength);
  }
  socket.end();
  console.log(`${most} bytes were waiting in memory`);
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
