// Answers each message.
import { createServer } from 'node:net';

const server = createServer(socket => {
  socket.on('error', () => {});
  socket.on('data', message => {
    socket.write(`You said ${message.toString().trim()}\n`);
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
