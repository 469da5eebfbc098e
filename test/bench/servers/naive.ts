// The version that most people write first: every chunk to everyone else, as it came. It has no
// framing and no names.

import { createServer, type Socket } from 'node:net';
import { measured } from './measured.ts';

const members = new Set<Socket>();
const server = createServer(socket => {
  members.add(socket);
  socket.on('data', chunk => {
    for (const member of members) if (member !== socket) member.write(chunk);
  });
  socket.on('error', () => {});
  socket.on('close', () => members.delete(socket));
});
measured(server);
