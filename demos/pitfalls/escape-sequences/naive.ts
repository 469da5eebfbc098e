// Greets each caller by name, and tells the operator who is here.
import { createServer } from 'node:net';

const server = createServer(socket => {
  let half = '';
  socket.setEncoding('utf8').on('error', () => {});
  socket.on('data', chunk => {
    const names = (half + chunk).split('\n');
    half = names.pop() ?? '';
    for (const name of names) {
      const shown = name.trimEnd();
      console.log(`${shown} is here`);
      socket.write('Hello\n');
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
