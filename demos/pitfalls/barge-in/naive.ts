// A station: it thinks about each message, and answers in capitals.
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

const server = createServer({ allowHalfOpen: true }, socket => {
  socket.setEncoding('utf8').on('error', () => {});
  let half = '';
  socket.on('data', async chunk => {
    const lines = (half + chunk).split('\n');
    half = lines.pop() ?? '';
    socket.pause(); // reads on when it has answered
    for (const line of lines) await answer(line);
    socket.resume();
    if (socket.readableEnded) socket.end();
  });
  socket.on('end', () => socket.isPaused() || socket.end());

  async function answer(line: string) {
    await setTimeout(50); // thinks
    socket.write(`[station] ${line.toUpperCase()}\n`);
  }
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
