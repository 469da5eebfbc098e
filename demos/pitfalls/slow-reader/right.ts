// A room: what somebody says goes to all others.
import { createServer, type Socket } from 'node:net';

const members = new Set<Socket>();

const server = createServer(socket => {
  socket.on('error', () => {});
  socket.on('close', () => members.delete(socket));
  members.add(socket);
  socket.write('* Welcome\n');
  socket.on('data', words => {
    for (const member of members) {
      if (member === socket) continue;
      // Nobody waits. A member for whom a megabyte waits is disconnected.
      member.write(words);
      if (member.writableLength > 1_048_576) member.destroy();
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
