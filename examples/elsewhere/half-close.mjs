// A server that cannot answer after FIN, because Node ends its side too. With the word `open` it can.
import net from 'node:net';

const allowHalfOpen = process.argv[2] === 'open'; // false is Node's default
const server = net.createServer({ allowHalfOpen }, socket => {
  socket.on('error', () => {});
  socket.on('data', question =>
    setTimeout(() => socket.end(`answer to ${question}\n`), 100),
  );
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect({ port: server.address().port, allowHalfOpen: true });
  client.pipe(process.stdout);
  client.on('close', () => server.close());
  client.end('question'); // asks, and sends FIN
});
