import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import type { Wire } from '../../lib/connection/wire.ts';
import { type Heartbeat, noticedWithin } from '../../lib/datagram/heartbeat.ts';
import { MemoryNetwork } from '../../lib/transport/memory/memory-port.ts';
import { openSecrets } from '../../lib/transport/memory/open-secrets.ts';
import { connectBy } from '../../lib/transport/udp/datagram-connect.ts';
import { listenOn } from '../../lib/transport/udp/datagram-listener.ts';
import { tasks } from './tasks.ts';

const rhythms: readonly Heartbeat[] = [
  { period: 2_000, missed: 3 },
  { period: 2_000, missed: 2 },
  { period: 1_000, missed: 3 },
  { period: 5_000, missed: 3 },
];

/**
 * How many deaths are measured per heartbeat period, each at another moment between two heartbeats
 * and two checks.
 */
const moments = 25;

/**
 * Returns a table of how long it takes to notice a dead member: measured in virtual time, next to
 * the formula.
 */
export async function detection(): Promise<string> {
  const rows = await Promise.all(
    rhythms.map(async heartbeat => {
      const times: number[] = [];
      for (let nth = 0; nth < moments; nth++)
        times.push(await noticedAfter(heartbeat, nth));
      const [least, most] = noticedWithin(heartbeat);
      if (times.some(time => time < least || time > most))
        throw new Error('not for a page: a death was noticed out of its bounds');
      const measured = [Math.min(...times), Math.max(...times)].map(seconds);
      return `| ${seconds(heartbeat.period)} | ${heartbeat.missed} | ${seconds(least)} to ${seconds(most)} | ${measured.join(' to ')} | ${heartbeat.missed} |`;
    }),
  );
  return [
    `| period P | missed K | T − P to T + C | measured, ${moments} deaths | lost in a row: always a false alarm |`,
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

const seconds = (ms: number): string => `${ms / 1_000} s`;

/** Measures one death. The member joins and dies at moments that do not depend on the room's clock. */
async function noticedAfter(heartbeat: Heartbeat, nth: number): Promise<number> {
  const clock = new VirtualClock();
  const network = new MemoryNetwork();
  const listener = listenOn(network.port('room'), {
    clock,
    heartbeat,
    ...openSecrets(),
  });
  const [comes, lives] = [
    (nth * 617) % heartbeat.period,
    (nth * 1_471) % heartbeat.period,
  ];
  await pass(clock, comes);
  const going = connectBy(network.port(), 'room', { clock, name: 'alice' });
  await tasks();
  const [wire, far] = [await going, await first(listener.wires)];
  const noticed = new Promise<number>(resolve => {
    far.start({
      chunk() {},
      drained() {},
      ended() {},
      reset: () => resolve(clock.now()),
      closed() {},
    });
  });
  await pass(clock, 3 * heartbeat.period + lives);
  const died = clock.now();
  wire.destroy();
  await pass(clock, heartbeat.period * (heartbeat.missed + 2));
  return (await noticed) - died;
}

async function pass(clock: VirtualClock, ms: number): Promise<void> {
  const until = clock.now() + ms;
  while (clock.next !== undefined && clock.next <= until) {
    clock.step();
    await tasks();
  }
  clock.moveTo(until);
}

async function first(wires: AsyncIterable<Wire>): Promise<Wire> {
  for await (const wire of wires) return wire;
  throw new Error('Cannot measure: nobody came');
}
