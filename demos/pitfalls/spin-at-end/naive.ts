// Answers each message. Reads as in Python: one call for each chunk.
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

async function receive(socket: Socket): Promise<string> {
  for (;;) {
    const chunk = socket.read();
    if (chunk !== null || socket.readableEnded) return chunk ?? '';
    await Promise.race([once(socket, 'readable'), once(socket, 'end')]);
  }
}

const server = createServer(async socket => {
  socket.setEncoding('utf8').on('error', () => {});
  for (;;) {
    const message = await receive(socket);
    if (message === '') continue; // nothing came: try again
    socket.write(`You said ${message}`);
  }
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
