// A room: what a member says goes to all others, with the number of its author.
import { createServer, type Socket } from 'node:net';

const members = new Set<Socket>();
let last = 0;

const server = createServer(socket => {
  const name = ++last;
  socket.on('error', () => {});
  socket.on('close', () => members.delete(socket));
  members.add(socket);
  socket.write(`* You are ${name}\n`);
  socket.on('data', words => {
    for (const member of members) {
      if (member !== socket) member.write(`[${name}] ${words}`);
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
