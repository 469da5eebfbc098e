// A station: it thinks about each message, and answers in capitals. Until then it has the turn.
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

const server = createServer({ allowHalfOpen: true }, socket => {
  socket.setEncoding('utf8').on('error', () => {});
  let half = '';
  let thinks = false;
  socket.on('data', chunk => {
    const lines = (half + chunk).split('\n');
    half = lines.pop() ?? '';
    for (const line of lines) {
      if (thinks) socket.write('! Not your turn\n');
      else void answer(line);
    }
  });
  socket.on('end', () => thinks || socket.end());

  async function answer(line: string) {
    thinks = true;
    await setTimeout(50);
    thinks = false;
    socket.write(`[station] ${line.toUpperCase()}\n`);
    if (socket.readableEnded) socket.end();
  }
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
