// An exchange: the first line is a name, "/to NAME" calls somebody, all else goes to the partner.
import { createServer, type Socket } from 'node:net';

const people = new Map<string, Socket>();
const partner = new Map<Socket, Socket>();

const server = createServer(socket => {
  let [name, half] = ['', ''];
  socket.setEncoding('utf8').on('error', () => {});
  socket.on('data', chunk => {
    const lines = (half + chunk).split('\n');
    half = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });
  socket.on('close', () => {
    const other = partner.get(socket);
    people.delete(name);
    partner.delete(socket);
    if (other && partner.delete(other)) other.write('* Your partner is gone\n');
  });

  function hear(line: string) {
    if (name === '') enter(line);
    else if (line.startsWith('/to ')) call(line.slice(4));
    else partner.get(socket)?.write(`[${name}] ${line}\n`);
  }

  function enter(wanted: string) {
    if (!wanted || people.has(wanted)) socket.write('! Choose another name\n');
    else {
      name = wanted;
      people.set(name, socket);
      socket.write(`* Hello ${name}\n`);
    }
  }

  function call(wanted: string) {
    const called = people.get(wanted);
    if (!called || called === socket) socket.write(`! ${wanted} cannot be called\n`);
    else if (partner.has(socket)) socket.write('! You have a partner\n');
    else if (partner.has(called)) socket.write(`! ${wanted} is busy\n`);
    else {
      partner.set(socket, called).set(called, socket);
      socket.write(`* Paired with ${wanted}\n`);
      called.write(`* Paired with ${name}\n`);
    }
  }
});
server.listen(0, '127.0.0.1', () => console.log(server.address()));
