// A room: what somebody says goes to all others.
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

const members = new Set<Socket>();

const server = createServer(socket => {
  socket.on('error', () => {});
  socket.on('close', () => members.delete(socket));
  members.add(socket);
  socket.write('* Welcome\n');
  socket.on('data', async words => {
    socket.pause();
    for (const member of members) {
      if (member === socket) continue;
      // Not faster than the member reads.
      if (!member.write(words)) await once(member, 'drain').catch(() => {});
    }
    socket.resume();
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
