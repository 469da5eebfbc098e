// Says back each line. The line /quit ends the conversation; //quit says it.
import { createServer } from 'node:net';

const server = createServer(socket => {
  let half = '';
  socket.setEncoding('utf8').on('error', () => {});
  socket.on('data', chunk => {
    const lines = (half + chunk).split('\n');
    half = lines.pop() ?? '';
    for (const line of lines) {
      if (socket.writableEnded) return; // nothing follows a goodbye
      if (line === '/quit') socket.end('Goodbye\n');
      else socket.write(`You said ${line.replace(/^\/\//, '/')}\n`);
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
