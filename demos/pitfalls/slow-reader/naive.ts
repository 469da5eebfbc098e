// A room: what somebody says goes to all others.
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

const members = new Set<Socket>();

const server = createServer(async socket => {
  socket.on('error', () => {});
  socket.on('close', () => members.delete(socket));
  members.add(socket);
  socket.write('* Welcome\n');
  for await (const words of socket) {
    for (const member of members) {
      if (member === socket) continue;
      // Not faster than the member reads.
      if (!member.write(words)) await once(member, 'drain');
    }
  }
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
