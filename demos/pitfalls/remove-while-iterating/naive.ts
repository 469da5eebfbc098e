// A room: what somebody says goes to all.
import { createServer, type Socket } from 'node:net';

const members: Socket[] = [];

const server = createServer(socket => {
  socket.on('error', () => {});
  members.push(socket);
  socket.write('* Welcome\n');
  socket.on('data', words => {
    members.forEach((member, at) => {
      if (member.writable) member.write(words);
      else members.splice(at, 1); // it has gone
    });
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
