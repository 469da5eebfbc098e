// The usual chat server without a dependency: `net` and `node:readline`.

import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { measured } from './measured.ts';

const members = new Map<Socket, string>();
const server = createServer(socket => {
  const lines = createInterface({ input: socket });
  // An error of the socket, too: readline passes it on.
  lines.on('error', () => {});
  lines.on('line', line => {
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
