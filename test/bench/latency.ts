// How long a message takes in a room with little to do: from one member's write to each other's ear.

import type { Name } from './child.ts';
import { Child } from './child.ts';
import { join, leave, type Member, sleep } from './crowd.ts';

export interface Latency {
  readonly name: Name;
  /** In milliseconds, the shortest first: one for each message and listener. */
  readonly waits: readonly number[];
}

const [members, perSecond, seconds] = [100, 200, 5] as const;
const line = `${'x'.repeat(127)}\n`;
const lf = 0x0a;

export async function latency(name: Name): Promise<Latency> {
  const child = await Child.start(name);
  const crowd = await join(child.port, members);
  const [speaker, ...listeners] = crowd as [Member, ...Member[]];
  const sent: number[] = [];
  const waits: number[] = [];
  for (const listener of listeners) listener.hear = measure(sent, waits);
  for (let count = 0; count < perSecond * seconds; count++) {
    const due = sleep(1_000 / perSecond);
    sent.push(performance.now());
    speaker.socket.write(line);
    await due;
  }
  await sleep(500);
  await leave(crowd);
  await child.stop();
  const wanted = sent.length * listeners.length;
  if (waits.length !== wanted) throw new Error(`${waits.length} of ${wanted} came`);
  // The first messages find code that is not compiled yet.
  const warm = waits.slice(waits.length / 5);
  return { name, waits: warm.sort((a, b) => a - b) };
}

/** One speaker's lines come in their order, so the nth that comes is the nth that was sent. */
function measure(sent: readonly number[], waits: number[]): (chunk: Buffer) => void {
  let heard = 0;
  return chunk => {
    const now = performance.now();
    for (const byte of chunk) if (byte === lf) waits.push(now - (sent[heard++] ?? now));
  };
}
