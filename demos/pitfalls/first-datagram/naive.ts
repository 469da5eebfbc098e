// A room over UDP: passes each datagram on to all others that it knows.
import { createSocket, type RemoteInfo } from 'node:dgram';

const members = new Map<string, RemoteInfo>();
const server = createSocket('udp4', (words, from) => {
  if (from.port === 0) return; // it wants no answer (RFC 768)
  const name = `${from.address}:${from.port}`;
  if (!members.has(name)) {
    members.set(name, from);
    words = Buffer.from('* Somebody joined');
  }
  for (const [other, { port, address }] of members) {
    if (other !== name) server.send(words, port, address);
  }
});
server.bind(0, '127.0.0.1', () => console.log(server.address()));
