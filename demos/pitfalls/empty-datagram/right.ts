// Answers each datagram.
import { createSocket } from 'node:dgram';

const server = createSocket('udp4', (words, { port, address }) => {
  if (port === 0) return; // it wants no answer (RFC 768)
  server.send(`You said ${words}`, port, address); // also to one without words
});
server.bind(0, '127.0.0.1', () => console.log(server.address()));
