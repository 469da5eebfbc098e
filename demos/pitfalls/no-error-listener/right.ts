// Answers each line.
import { createServer } from 'node:net';

const server = createServer(socket => {
  let half = '';
  socket.setEncoding('utf8');
  socket.on('error', error => console.log(`a caller is gone: ${error.message}`));
  socket.on('data', chunk => {
    const lines = (half + chunk).split('\n');
    half = lines.pop() ?? '';
    for (const line of lines) socket.write(`You said ${line}\n`);
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
