// A room: what somebody says goes to all others.
import { createServer, type Socket } from 'node:net';

const members = new Set<Socket>();

const server = createServer(socket => {
  let half = '';
  socket.setEncoding('utf8').on('error', () => {});
  socket.on('close', () => members.delete(socket));
  members.add(socket);
  socket.write('* Welcome\n');
  socket.on('data', chunk => {
    const lines = (half + chunk).split('\n');
    half = lines.pop() ?? '';
    for (const line of lines) say(`${line}\n`, socket);
  });
});

function say(words: string, author: Socket) {
  for (const member of members) {
    if (member === author) continue;
    // Nobody waits. A member for whom a megabyte waits is disconnected.
    if (member.writableLength > 1_048_576) member.destroy();
    else member.write(words);
  }
}

server.listen(0, '127.0.0.1', () => console.log(server.address()));
