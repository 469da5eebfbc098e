// A room: what a member says goes to all others, with the number of its author.
import { createServer, type Socket } from 'node:net';

const members = new Set<Socket>();
let last = 0;

/** In a terminal, `\r` or an escape sequence could overwrite the author. */
const harmless = (line: string) => line.trimEnd().replace(/\p{Cc}/gu, ' ');

const server = createServer(socket => {
  const name = ++last;
  let half = '';
  socket.setEncoding('utf8');
  socket.on('error', () => {});
  socket.on('close', () => members.delete(socket));
  members.add(socket);
  socket.write(`* You are ${name}\n`);
  socket.on('data', words => {
    const lines = (half + words).split('\n');
    half = lines.pop() ?? '';
    for (const member of members) {
      if (member === socket) continue;
      for (const line of lines) member.write(`[${name}] ${harmless(line)}\n`);
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
