// Asks each newcomer for a name, and greets.
import { on, once } from 'node:events';
import { createServer, type Socket } from 'node:net';

async function greet(socket: Socket): Promise<void> {
  socket.on('error', () => {});
  socket.write('Your name?\n');
  const [name] = await once(socket, 'data');
  socket.write(`Hello ${name}`);
}

const server = createServer();
server.listen(0, '127.0.0.1', () => console.log(server.address()));
for await (const [socket] of on(server, 'connection')) {
  await greet(socket);
}
