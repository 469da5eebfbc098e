// Answers each chunk. Reads as in Python: one call for each.
import { createServer } from 'node:net';

const nothing = { value: undefined };

const server = createServer(async socket => {
  socket.setEncoding('utf8').on('error', () => {});
  const chunks = socket.iterator({ destroyOnReturn: false });
  for (;;) {
    const { value: message } = await chunks.next().catch(() => nothing); // it was reset
    if (message === undefined) continue; // nothing came: try again
    socket.write(`You said ${message}`);
  }
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
