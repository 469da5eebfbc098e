// npm run bench:cluster [-- --quick] [-- --save]
//
// Compares a room of several nodes with one process, with socket.io and its Redis adapter, and with clients of
// NATS. Not a test: nothing here fails for being slow.

import { leaveWhenNobodyReads } from '../../../lib/terminal/output.ts';
import { benchFlags, flagsOf } from '../../flags.ts';
import { Crowd } from '../count.ts';
import { save } from '../page.ts';
import { circumstances } from '../table.ts';
import { kinds, type RoomKind } from './rooms.ts';
import { clusterTable, type Measured } from './table.ts';

leaveWhenNobodyReads();

const flags = flagsOf('bench:cluster', benchFlags);
const rounds = flags.quick ? 1 : 5;
const [members, senders, seconds] = flags.quick ? [12, 4, 0.2] : [120, 4, 2];
const say = (line: string) => void process.stderr.write(`${line}\n`);

const load = { members, senders, window: 64, messages: 512, size: 128 };
/** One message at a time, from one member: how long until the last one has heard it. */
const alone = { ...load, senders: 1, window: 1, messages: 1 };
const singles = flags.quick ? 20 : 500;

const all = new Map<RoomKind, Measured[]>(kinds.map(kind => [kind, []]));
for (let round = 1; round <= rounds; round++) {
  for (const [kind, measured] of all) {
    measured.push(await measure(kind));
    say(`round ${round}, ${kind.name} × ${kind.nodes}: ${told(measured.at(-1))}`);
  }
}
const parts = [circumstances(rounds), clusterTable(all, members)];
const report = `${parts.join('\n\n')}\n`;
process.stdout.write(`\n${report}`);
if (flags.save) save(report, 'docs/bench.md', 'npm run bench:cluster');

async function measure(kind: RoomKind): Promise<Measured> {
  const room = await kind.start();
  try {
    const crowd = await Crowd.join(room.ports, kind.speech, load);
    await crowd.talk(load);
    const before = room.cpu();
    let [deliveries, took] = [0, 0];
    while (took < seconds) {
      const one = await crowd.talk(load);
      deliveries += one.deliveries;
      took += one.seconds;
    }
    const cpu = room.cpu() - before;
    const waits: number[] = [];
    for (let nth = 0; nth < singles; nth++)
      waits.push((await crowd.talk(alone)).seconds * 1_000);
    await crowd.leave();
    return { perSecond: deliveries / took, perCpu: deliveries / cpu, waits };
  } finally {
    await room.stop();
  }
}

function told(measured: Measured | undefined): string {
  const { perSecond = 0, perCpu = 0 } = measured ?? {};
  return `${Math.round(perSecond)} deliveries/s, ${Math.round(perCpu)} per CPU second`;
}
