// Greets each caller, and tells the operator who is here.
import { createServer } from 'node:net';

const server = createServer(socket => {
  socket.on('error', () => {});
  socket.once('data', name => {
    console.log(`${name.toString().trimEnd()} is here`);
    socket.end('Hello\n');
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
