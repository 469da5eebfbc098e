// Pairs the callers as they come, and passes on what they say.
import { createServer, type Socket } from 'node:net';

const partner = new Map<Socket, Socket>();
let waiting: { socket: Socket; words: Buffer[] } | undefined;

const server = createServer(socket => {
  if (waiting) {
    partner.set(socket, waiting.socket).set(waiting.socket, socket);
    for (const words of waiting.words) socket.write(words);
    waiting = undefined;
  } else waiting = { socket, words: [] };

  socket.on('error', () => {});
  socket.on('data', words => {
    if (waiting?.socket === socket) waiting.words.push(words);
    else partner.get(socket)?.write(words);
  });
  socket.on('close', () => {
    if (waiting?.socket === socket) waiting = undefined;
    const other = partner.get(socket);
    partner.delete(socket);
    if (other === undefined) return;
    partner.delete(other);
    other.end('* Your partner is gone\n');
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
