// Callers reset the link before anybody has read from it, or taken charge of it at all.

import { Accepting } from '../../../lib/connection/accept.ts';
import { realClock } from '../../../lib/connection/clock.ts';
import { anything } from '../../../lib/connection/discipline.ts';
import { lines, text } from '../../../lib/framing/index.ts';
import { connect, listen } from '../../../lib/transport/tcp.ts';

const listener = await listen();
const port = Number(listener.address.split(':').at(-1));
const accepting = new Accepting({ limit: 100 }).at(listener.wires, wire => ({
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
for await (const connection of accepting) {
  await new Promise(resolve => setImmediate(resolve));
  if (count % 3) connection.start(anything).trySend('who is there?');
  if (++count === callers.length) break;
}
accepting.drop();
await accepting.stop();
await listener.close();
process.stdout.write('still here\n');
