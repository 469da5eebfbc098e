// Says back each line. The word /quit ends the conversation.
import { createServer } from 'node:net';

const server = createServer(socket => {
  let half = '';
  socket.setEncoding('utf8').on('error', () => {});
  socket.on('data', chunk => {
    const lines = (half + chunk).split('\n');
    half = lines.pop() ?? '';
    for (const line of lines) {
      if (socket.writableEnded) return; // nothing follows a goodbye
      if (line.includes('/quit')) socket.end('Goodbye\n');
      else socket.write(`You said ${line}\n`);
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
