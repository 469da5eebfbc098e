// A room: what somebody says goes to all.
import { createServer, type Socket } from 'node:net';

const members: Socket[] = [];

const server = createServer(socket => {
  let half = '';
  socket.setEncoding('utf8').on('error', () => {});
  members.push(socket);
  socket.write('* Welcome\n');
  socket.on('data', chunk => {
    const lines = (half + chunk).split('\n');
    half = lines.pop() ?? '';
    for (const line of lines) say(`${line}\n`);
  });
});

function say(words: string) {
  members.forEach((member, at) => {
    if (member.writable) member.write(words);
    else members.splice(at, 1); // it has gone
  });
}

server.listen(0, '127.0.0.1', () => console.log(server.address()));
