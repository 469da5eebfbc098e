import { udp } from '../../demos/udp/program.ts';
import { Accepting, Queue, VirtualClock } from '../../lib/connection/index.ts';
import { byDatagram, serverCodec } from '../../lib/scene/index.ts';
import { listenOn, MemoryNetwork } from '../../lib/transport/index.ts';
import { tasks } from './tasks.ts';

/** Where the room's words stand, beside what is typed. */
const indent = ' '.repeat(16);

/** Alice with nothing but a socket, and the room: what she types at the left, what it says at the right. */
export async function byHand(): Promise<string> {
  const clock = new VirtualClock();
  const network = new MemoryNetwork();
  const flags = new Map(Object.entries(udp.defaults ?? {}));
  const codec = serverCodec(byDatagram, flags);
  const beats = { period: 20_000, missed: 3 };
  // A page shows the same ticket each time: nobody else has to be kept from making it.
  const listener = listenOn(network.port('room'), {
    clock,
    beats,
    sign: () => 'a31f0c9d2e77',
  });
  const accepting = new Accepting({ limit: 2 }).at(listener.wires, wire => ({
    wire,
    codec,
    clock,
    role: 'callee',
  }));
  const screen: string[] = [];
  void udp.serve(accepting, {
    screen() {},
    keyboard: new Queue(),
    clock,
    flags,
  });
  const alice = network.port();
  let ticket = '';
  alice.start(bytes => {
    const line = Buffer.from(bytes).toString().trimEnd();
    ticket = /^token (.+)/.exec(line)?.[1] ?? ticket;
    screen.push(indent + line);
  });
  const type = async (line: string) => {
    screen.push(line);
    alice.send(Buffer.from(`${line}\n`), 'room');
    await tasks();
  };
  clock.moveTo(26_021);
  await type('hello');
  await type('hello, may I come in, please?');
  await type(`join ${ticket} alice`);
  for (const line of ['say 1 /who', 'say 4 Hello?', 'say 5 /quit', 'beat'])
    await type(line);
  accepting.drop();
  await listener.close();
  return screen.join('\n');
}
