import { expect, it } from 'vitest';
import type { LogEntry } from '../../lib/cluster/entry.ts';
import type { Log, LogReader } from '../../lib/cluster/log.ts';
import { MemoryLog } from '../../lib/cluster/memory-log.ts';
import { NodeLife } from '../../lib/cluster/node-life.ts';
import type { Happening } from '../../lib/cluster/room-state.ts';
import type { Clock } from '../../lib/connection/clock.ts';
import { nextTask } from '../../lib/connection/next-task.ts';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';

const heartbeat = 1_000;
const joined: LogEntry = { is: 'joined', member: 1, name: 'bob' };
const said = (words: string): LogEntry => ({ is: 'said', member: 1, words });

/** How late a node hears what is in the log, in milliseconds. */
interface Lag {
  ms: number;
}

/** A way on which everything is heard late, and in order. Nothing is lost, and the way to the log is as fast as ever. */
function slowed(way: Log, clock: Clock, lag: Lag): Log {
  let last = 0;
  const late = (reader: LogReader): LogReader => ({
    begins: state => reader.begins(state),
    link: up => reader.link(up),
    missed: why => reader.missed(why),
    batch(position, batch) {
      last = Math.max(last, clock.now() + lag.ms);
      clock.after(last - clock.now(), () => reader.batch(position, batch));
    },
  });
  return {
    read: reader => way.read(late(reader)),
    append: batch => way.append(batch),
    keep: checkpoint => way.keep(checkpoint),
    close: () => way.close(),
  };
}

/** Two nodes of one log: A, and B with one member, bob. `lag` is B's. */
async function twoNodes() {
  const [clock, log, lag] = [new VirtualClock(), new MemoryLog(), { ms: 0 }];
  const [atA, cutOff]: [Happening[], boolean[]] = [[], []];
  const node = (name: string, way: Log, happened: (one: Happening) => void) => {
    let lives = 0;
    return new NodeLife({
      log: way,
      clock,
      draw: () => `${name}${++lives}`,
      heartbeat,
      happened,
      shown: () => {},
      cutOff: is => void (name === 'B' && cutOff.push(is)),
      missed: () => {},
      again: () => (name === 'B' ? [joined] : []),
    });
  };
  const a = node('A', log.way(), one => void atA.push(one));
  const b = node('B', slowed(log.way(), clock, lag), () => {});
  await a.begin();
  await b.begin();
  /** Lets time pass, and everything be done that happens in it. */
  const pass = async (seconds: number) => {
    const end = clock.now() + seconds * 1_000;
    while (clock.now() < end) {
      clock.moveTo(clock.now() + 100);
      for (let turn = 0; turn < 4; turn++) await nextTask();
    }
  };
  return { b, lag, atA, cutOff, pass };
}

/** What the others hear of bob. */
const ofBob = (all: readonly Happening[]) =>
  all.flatMap(one => {
    if (one.what === 'gone') return one.who.map(() => 'gone');
    return 'who' in one ? (one.what === 'said' ? one.words : one.what) : [];
  });

it('a node that hears too late is gone once, and comes back once when it hears in time', async () => {
  const { b, lag, atA, cutOff, pass } = await twoNodes();
  b.write(joined);
  b.write(said('before'));
  await pass(5);
  lag.ms = 6_000;
  await pass(20);
  b.write(said('meanwhile'));
  await pass(60);
  expect(ofBob(atA)).toEqual(['joined', 'before', 'gone']);
  expect(cutOff).toEqual([true]);
  lag.ms = 0;
  await pass(20);
  expect(ofBob(atA)).toEqual(['joined', 'before', 'gone', 'joined', 'meanwhile']);
  expect(cutOff).toEqual([true, false]);
});

it('a node that is only a little late stays', async () => {
  const { b, lag, atA, pass } = await twoNodes();
  b.write(joined);
  lag.ms = 2_500;
  await pass(30);
  b.write(said('late, but here'));
  await pass(30);
  expect(ofBob(atA)).toEqual(['joined', 'late, but here']);
});
