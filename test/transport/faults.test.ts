import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { faulty } from '../../lib/transport/faults/faulty.ts';
import type { Faults } from '../../lib/transport/faults/table.ts';
import { memoryLink } from '../../lib/transport/memory/memory.ts';
import { someTasks } from '../connection/pair.ts';

/** What reaches the far end of a faulty link when `say` says it, and when. */
async function through(faults: Faults, say: (write: (text: string) => void) => void) {
  const clock = new VirtualClock();
  const [near, behind] = memoryLink('link', 'caller', 'callee');
  const far = faulty(behind, faults, clock, 'in');
  const came: [at: number, what: string][] = [];
  const note = (what: string) => () => void came.push([Math.round(clock.now()), what]);
  near.start({ chunk() {}, drained() {}, ended() {}, reset() {}, closed() {} });
  far.start({
    chunk: bytes => note(Buffer.from(bytes).toString())(),
    drained() {},
    ended: note('FIN'),
    reset: note('RST'),
    closed: note('closed'),
  });
  say(text => near.write(Buffer.from(text)));
  near.end();
  for (let task = 0; task < 50; task++) {
    await someTasks();
    clock.step();
  }
  return came;
}

const words = ['one ', 'two ', 'three ', 'four '];
const sayAll = (write: (text: string) => void) => {
  for (const word of words) write(word);
};
const textOf = (came: readonly [number, string][]) =>
  came
    .map(([, what]) => what)
    .filter(what => what !== 'FIN')
    .join('');

describe('a faulty link', () => {
  it('coalesces what comes close together, and keeps FIN after it', async () => {
    expect(await through({ coalesce: true }, sayAll)).toEqual([
      [20, 'one two three four '],
      [20, 'FIN'],
    ]);
  });

  it('coalesces and then chops', async () => {
    const came = await through({ coalesce: true, chop: 10 }, sayAll);
    expect(came.map(([, what]) => what)).toEqual(['one two th', 'ree four ', 'FIN']);
  });

  it('jitters at random, keeps the order, and does the same for the same seed', async () => {
    const came = await through({ jitter: 100, seed: 7 }, sayAll);
    expect(textOf(came)).toBe('one two three four ');
    expect(new Set(came.map(([at]) => at)).size).toBeGreaterThan(1);
    expect(await through({ jitter: 100, seed: 7 }, sayAll)).toEqual(came);
    expect(await through({ jitter: 100, seed: 8 }, sayAll)).not.toEqual(came);
  });

  it('lets no more bytes through in a second than its bandwidth', async () => {
    expect(await through({ bandwidth: 100 }, sayAll)).toEqual([
      [40, 'one '],
      [80, 'two '],
      [140, 'three '],
      [190, 'four '],
      [190, 'FIN'],
    ]);
  });

  it('stalls after a number of bytes, and fires no event', async () => {
    expect(await through({ stall: 6 }, sayAll)).toEqual([
      [0, 'one '],
      [0, 'tw'],
    ]);
  });

  it('ends after a number of bytes', async () => {
    expect(await through({ end: 6 }, sayAll)).toEqual([
      [0, 'one '],
      [0, 'tw'],
      [0, 'FIN'],
    ]);
  });

  it('breaks after a number of bytes, and says so once', async () => {
    expect(await through({ reset: 6 }, sayAll)).toEqual([
      [0, 'one '],
      [0, 'tw'],
      [0, 'RST'],
      [0, 'closed'],
    ]);
  });
});
