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
  socket.on('data', words => (partner.get(socket) as Socket).write(words));
  socket.on('close', () => {
    partner.delete(partner.get(socket) as Socket);
    partner.delete(socket);
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
