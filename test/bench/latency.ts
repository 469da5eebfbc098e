// How long a message takes in a room with little to do: from one member's write to each other's ear.

import type { Name } from './child.ts';
import { Child } from './child.ts';
import { join, leave, type Member, sleep } from './crowd.ts';
import { talk } from './load.ts';
import { lines } from './tongue.ts';

export interface Latency {
  readonly name: Name;
  /** In milliseconds, the shortest first: one for each message and listener. */
  readonly waits: readonly number[];
}

const [members, perSecond, seconds] = [100, 200, 5] as const;
/** Messages before the measured ones, as fast as they go: they find code that is not compiled yet. */
const warmUp = 2_000;
const words = 'x'.repeat(127);
const warm = {
  senders: 1,
  window: 1,
  size: 128,
  messages: warmUp,
  named: true,
} as const;

export async function latency(name: Name): Promise<Latency> {
  const child = await Child.start(name);
  const crowd = await join(child.port, members);
  await talk(crowd, warm);
  const [speaker, ...listeners] = crowd as [Member, ...Member[]];
  const frame = lines.hears(`[${speaker.name}] ${words}`).length;
  const sent: number[] = [];
  const waits: number[] = [];
  for (const listener of listeners) listener.hear = measure(sent, waits, frame);
  for (let count = 0; count < perSecond * seconds; count++) {
    const due = sleep(1_000 / perSecond);
    sent.push(performance.now());
    speaker.socket.write(lines.says(words));
    await due;
  }
  await sleep(500);
  await leave(crowd);
  await child.stop();
  const wanted = sent.length * listeners.length;
  if (waits.length !== wanted) throw new Error(`${waits.length} of ${wanted} came`);
  return { name, waits: waits.sort((a, b) => a - b) };
}

/**
 * One speaker's lines come in their order, so the nth that comes is the nth that was sent. They are
 * counted by their bytes: whatever is done here for one ear delays the next.
 */
function measure(sent: readonly number[], waits: number[], frame: number) {
  let [bytes, heard] = [0, 0];
  return ({ length }: Buffer) => {
    const now = performance.now();
    for (bytes += length; bytes >= frame; bytes -= frame)
      waits.push(now - (sent[heard++] ?? now));
  };
}
