// The usual chat server: `net` and split2.

import { createServer, type Socket } from 'node:net';
import split2 from 'split2';
import { measured } from './measured.ts';

const members = new Map<Socket, string>();
const server = createServer(socket => {
  socket.pipe(split2()).on('data', (line: string) => {
    const name = members.get(socket);
    if (name === undefined) members.set(socket, line);
    else {
      for (const member of members.keys()) {
        if (member !== socket) member.write(`[${name}] ${line}\n`);
      }
    }
  });
  socket.on('error', () => {});
  socket.on('close', () => members.delete(socket));
});
measured(server);
