// A room: what somebody says goes to all others.
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

const members = new Set<Socket>();

const server = createServer(socket => {
  let half = '';
  socket.setEncoding('utf8').on('error', () => {});
  socket.on('close', () => members.delete(socket));
  members.add(socket);
  socket.write('* Welcome\n');
  socket.on('data', async chunk => {
    const lines = (half + chunk).split('\n');
    half = lines.pop() ?? '';
    socket.pause();
    for (const line of lines) await say(`${line}\n`, socket);
    socket.resume();
  });
});

async function say(words: string, author: Socket) {
  for (const member of members) {
    if (member === author) continue;
    // Not faster than the member reads.
    if (!member.write(words)) await once(member, 'drain').catch(() => {});
  }
}

server.listen(0, '127.0.0.1', () => console.log(server.address()));
