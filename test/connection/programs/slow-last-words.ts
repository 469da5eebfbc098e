// A client that has ended its side and waits for the answer over a slow link: by the time that the
// words are there, the socket has long been closed.

import { realClock } from '../../../lib/connection/clock.ts';
import { Connection } from '../../../lib/connection/connection.ts';
import { anything } from '../../../lib/connection/discipline.ts';
import { lines, text } from '../../../lib/framing/index.ts';
import { faulty } from '../../../lib/transport/faults/faulty.ts';
import { connect, listen } from '../../../lib/transport/tcp/tcp.ts';

const listener = await listen();
void answer();
const wire = await connect('127.0.0.1', Number(listener.address.split(':').at(-1)));
const connection = new Connection({
  wire: faulty(wire, { delay: 60 }, realClock, 'in'),
  codec: text(lines()),
  clock: realClock,
  role: 'caller',
});
connection.start(anything).end();
process.stdout.write(`${(await connection.receive())?.text}\n`);

async function answer(): Promise<void> {
  for await (const far of listener.wires) {
    far.start({
      chunk() {},
      drained() {},
      ended() {
        far.write(Buffer.from('last words\n'));
        far.end();
        void listener.close();
      },
      reset() {},
      closed() {},
    });
  }
}
