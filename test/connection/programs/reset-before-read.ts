// Callers reset the link before anybody has read from it, or taken charge of it at all.

import { Acceptor } from '../../../lib/connection/acceptor.ts';
import { realClock } from '../../../lib/connection/clock.ts';
import { anything } from '../../../lib/connection/discipline.ts';
import { lines, text } from '../../../lib/framing/index.ts';
import { connect, listen } from '../../../lib/transport/tcp/tcp.ts';

const listener = await listen();
const port = Number(listener.address.split(':').at(-1));
const acceptor = new Acceptor({ limit: 100 }).at(listener.wires, wire => ({
  wire,
  codec: text(lines()),
  clock: realClock,
  role: 'callee',
}));
const callers = await Promise.all(
  Array.from({ length: 20 }, () => connect('127.0.0.1', port)),
);
callers.forEach((caller, index) => {
  if (index % 2) caller.write(Buffer.from('hello\n'));
  caller.destroy();
});
let count = 0;
for await (const connection of acceptor) {
  await new Promise(resolve => setImmediate(resolve));
  if (count % 3) connection.start(anything).trySend('who is there?');
  if (++count === callers.length) break;
}
acceptor.drop();
await acceptor.stop();
await listener.close();
process.stdout.write('still here\n');
