// Asks each newcomer for a name, and greets.
import { on, once } from 'node:events';
import { createServer, type Socket } from 'node:net';

async function greet(socket: Socket): Promise<void> {
  socket.setEncoding('utf8');
  socket.write('Your name?\n');
  let name = '';
  while (!name.includes('\n')) {
    const [chunk] = await once(socket, 'data');
    name += chunk;
  }
  socket.write(`Hello ${name.split('\n')[0]}\n`);
}

const server = createServer(socket => socket.on('error', () => {}));
server.listen(0, '127.0.0.1', () => console.log(server.address()));
for await (const [socket] of on(server, 'connection')) {
  greet(socket).catch(() => {}); // it was reset
}
