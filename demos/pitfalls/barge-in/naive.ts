// A station: it thinks about each message, and answers in capitals.
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

const server = createServer(async socket => {
  socket.setEncoding('utf8').on('error', () => {});
  let half = '';
  for await (const chunk of socket) {
    const lines = (half + chunk).split('\n');
    half = lines.pop() ?? '';
    for (const line of lines) {
      await setTimeout(50); // thinks
      socket.write(`[station] ${line.toUpperCase()}\n`);
    }
  }
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
