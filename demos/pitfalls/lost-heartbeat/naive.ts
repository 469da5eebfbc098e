// Asks each member whether it is still there, and forgets those that are gone.
import { createSocket, type RemoteInfo } from 'node:dgram';

// A heartbeat that does not come means that a member is gone.
const mostMissed = 1;

const members = new Map<string, { from: RemoteInfo; missed: number }>();
const server = createSocket('udp4', (_, from) => {
  if (from.port === 0) return; // it wants no answer (RFC 768)
  members.set(`${from.address}:${from.port}`, { from, missed: 0 });
});
setInterval(() => {
  for (const [name, member] of members) {
    const { port, address } = member.from;
    if (member.missed++ < mostMissed) server.send('ping', port, address);
    else {
      members.delete(name);
      server.send('* You are gone', port, address);
    }
  }
}, 400);
server.bind(0, '127.0.0.1', () => console.log(server.address()));
