// A room: what somebody says goes to all.
import { createServer, type Socket } from 'node:net';

const members = new Set<Socket>();

const server = createServer(socket => {
  socket.on('error', () => {});
  members.add(socket);
  socket.write('* Welcome\n');
  socket.on('data', words => {
    for (const member of members) {
      if (member.writable) member.write(words);
      else members.delete(member); // a Set goes on with the next one
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
