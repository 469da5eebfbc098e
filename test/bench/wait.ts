// What a member that never reads costs the others: how long their words take while its queue grows to
// the cap, and after it was cut.

import { Child } from './child.ts';
import { join, leave, type Member, sleep } from './crowd.ts';

export interface Waits {
  readonly neverReads: boolean;
  /** From one member's line to the other's ear, in milliseconds, the shortest first. */
  readonly waits: readonly number[];
}

/** How long one talk lasts, in milliseconds. */
const lasts = 4_000;
/** The bulk that fills a queue: bytes per line, lines at a time, and milliseconds in between. */
const bulk = { line: 1_000, lines: 64, pause: 10 } as const;

/** Two talk, a third has much to say; a fourth is there who reads, or one who does not. */
export async function waits(neverReads: boolean): Promise<Waits> {
  const child = await Child.start('ours');
  const crowd = await join(child.port, 4);
  const [alice, bob, carol, fourth] = crowd as [Member, Member, Member, Member];
  const end = performance.now() + lasts;
  if (neverReads) fourth.socket.pause();
  const [measured] = await Promise.all([pings(alice, bob, end), flood(carol, end)]);
  if (neverReads) await wasCut(fourth);
  await leave(crowd);
  await child.stop();
  return { neverReads, waits: measured.sort((a, b) => a - b) };
}

async function pings(from: Member, to: Member, end: number): Promise<number[]> {
  const measured: number[] = [];
  while (performance.now() < end) {
    const line = `ping ${measured.length}\n`;
    const heard = hears(to, `[${from.name}] ${line}`);
    const began = performance.now();
    from.socket.write(line);
    await heard;
    measured.push(performance.now() - began);
    await sleep(1);
  }
  return measured;
}

/** A line may come in two chunks: the end of the last one counts as well. */
function hears(member: Member, line: string): Promise<void> {
  let before = '';
  return new Promise((resolve, reject) => {
    member.lost = why => reject(new Error(`${member.name} was cut: ${why}`));
    member.hear = chunk => {
      const text = before + chunk.toString('latin1');
      if (text.includes(line)) resolve();
      before = text.slice(-line.length);
    };
  });
}

async function flood({ socket }: Member, end: number): Promise<void> {
  const lines = `${'~'.repeat(bulk.line - 1)}\n`.repeat(bulk.lines);
  while (performance.now() < end) {
    socket.write(lines);
    await sleep(bulk.pause);
  }
}

/** Otherwise nothing was measured. A link that was cut ends as soon as its member reads again. */
async function wasCut(member: Member): Promise<void> {
  member.lost = () => {};
  member.hear = () => {};
  const closed = new Promise(resolve => member.socket.once('close', resolve));
  member.socket.resume();
  await Promise.race([closed, sleep(10_000)]);
  if (!member.socket.closed) throw new Error('who never reads was not cut');
}
