// Pairs the callers as they come, and passes on what they say.
import { createServer, type Socket } from 'node:net';

const partner = new Map<Socket, Socket>();
let waiting: Socket | undefined;

const server = createServer(socket => {
  if (waiting) {
    partner.set(socket, waiting).set(waiting, socket);
    waiting.resume();
    waiting = undefined;
  } else waiting = socket.pause(); // nobody hears it yet

  socket.on('error', () => {});
  socket.on('data', words => partner.get(socket)?.write(words));
  socket.on('close', () => {
    if (waiting === socket) waiting = undefined;
    const other = partner.get(socket);
    partner.delete(socket);
    if (other === undefined) return;
    partner.delete(other);
    other.end('* Your partner is gone\n');
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
