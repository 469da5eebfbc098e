// An exchange: the first line is a name, "/to NAME" calls somebody, all else goes to the partner.
import { createServer, type Socket } from 'node:net';

const names = new Map<Socket, string>();
const partner = new Map<Socket, Socket>();

const server = createServer(socket => {
  let half = '';
  socket.setEncoding('utf8').on('error', () => {});
  socket.on('data', chunk => {
    const lines = (half + chunk).split('\n');
    half = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });

  function hear(line: string) {
    const name = names.get(socket);
    if (name === undefined) {
      names.set(socket, line);
      socket.write(`* Hello ${line}\n`);
    } else if (line.startsWith('/to ')) {
      const words = line.slice(4);
      const called = [...names.keys()].find(one => names.get(one) === words);
      if (called) {
        partner.set(socket, called).set(called, socket);
        socket.write(`* Paired with ${words}\n`);
        called.write(`* Paired with ${name}\n`);
      }
    } else partner.get(socket)?.write(`[${name}] ${line}\n`);
  }
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
