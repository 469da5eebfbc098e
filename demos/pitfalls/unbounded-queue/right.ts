// Sends each caller 64 MiB.
import { once } from 'node:events';
import { createServer } from 'node:net';

const part = Buffer.alloc(65_536, 'x');

const server = createServer({ allowHalfOpen: true }, async socket => {
  let most = 0;
  socket.on('error', () => {});
  socket.resume(); // what the caller says is dropped
  for (let sent = 0; sent < 1_024 && socket.writable; sent++) {
    // After a reset there is an error, and no `drain`.
    if (!socket.write(part)) await once(socket, 'drain').catch(() => {});
    most = Math.max(most, socket.writableLength);
  }
  socket.end();
  console.log(`${most} bytes were waiting in memory`);
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
