// Reads a question up to its end, looks the answer up, and sends it.
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

const server = createServer(socket => {
  let size = 0;
  socket.on('error', error => console.log(error.message));
  socket.on('data', chunk => {
    size += chunk.length;
  });
  socket.on('end', async () => {
    await setTimeout(20); // looks it up
    socket.end(`It is ${size} bytes long\n`);
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
