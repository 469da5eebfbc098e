// Answers each message. A message is a line, and there may be several in a chunk.
import { createServer } from 'node:net';

const server = createServer(socket => {
  socket.on('error', () => {});
  socket.on('data', chunk => {
    for (const line of chunk.toString().trimEnd().split('\n')) {
      socket.write(`You said ${line}\n`);
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
