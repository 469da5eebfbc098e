// Greets each caller, and tells the operator who is here.
import { createServer } from 'node:net';

const server = createServer(socket => {
  socket.on('error', () => {});
  socket.once('data', name => {
    const shown = name
      .toString()
      .trimEnd()
      .replace(/\p{Cc}/gu, '\ufffd');
    console.log(`${shown} is here`);
    socket.end('Hello\n');
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
