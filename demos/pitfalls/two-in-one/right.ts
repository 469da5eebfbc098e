// Answers each message. A message is a line.
import { createServer } from 'node:net';

const server = createServer(socket => {
  let unread = Buffer.alloc(0);
  socket.on('error', () => {});
  socket.on('data', chunk => {
    unread = Buffer.concat([unread, chunk]);
    for (let end = unread.indexOf('\n'); end >= 0; end = unread.indexOf('\n')) {
      socket.write(`You said ${unread.subarray(0, end)}\n`);
      unread = unread.subarray(end + 1);
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
