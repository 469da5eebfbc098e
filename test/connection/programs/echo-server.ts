// Says every line back, and how often its loop goes round in a tenth of a second when it is asked.

import { Acceptor } from '../../../lib/connection/acceptor.ts';
import { realClock } from '../../../lib/connection/clock.ts';
import { anything } from '../../../lib/connection/discipline.ts';
import { lines, text } from '../../../lib/framing/index.ts';
import { listen } from '../../../lib/transport/tcp/tcp.ts';

const listener = await listen();
const acceptor = new Acceptor({ limit: 1_000 }).at(listener.wires, wire => ({
  wire,
  codec: text(lines()),
  clock: realClock,
  role: 'callee',
}));
const rounds = () => performance.nodeTiming.uvMetricsInfo.loopCount;
process.on('message', () => {
  const before = rounds();
  realClock.after(100, () => process.send?.(rounds() - before));
});
process.send?.(Number(listener.address.split(':').at(-1)));
for await (const connection of acceptor) {
  connection.start({
    ...anything,
    message: words => ({ kind: 'message', reply: words }),
  });
}
