import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { faulty } from '../../lib/transport/faults/faulty.ts';
import type { Faults } from '../../lib/transport/faults/table.ts';
import { memoryLink } from '../../lib/transport/memory/memory.ts';
import { wholeClose } from '../../lib/transport/memory/whole-close.ts';
import { someTasks } from '../connection/pair.ts';
import { Stranger } from '../connection/stranger.ts';

/** A link in memory whose far end is faulty, and the times at which things came there. */
function link(faults: Faults, direction: 'in' | 'both' = 'in') {
  const clock = new VirtualClock();
  const [near, behind] = memoryLink('link', 'caller', 'callee');
  const far = faulty(behind, faults, clock, direction);
  const came: [number, string][] = [];
  const note = (what: string) => () => void came.push([clock.now(), what]);
  far.start({
    chunk: bytes => note(Buffer.from(bytes).toString())(),
    drained: note('drained'),
    ended: note('ended'),
    reset: note('reset'),
    closed: note('closed'),
  });
  return { clock, near: new Stranger(near), far, came };
}

const quiet = { drained() {}, ended() {}, reset() {}, closed() {} };

describe('faulty', () => {
  it('leaves a wire without faults as it is', () => {
    const [near] = memoryLink('link', 'caller', 'callee');
    expect(faulty(near, {}, new VirtualClock(), 'both')).toBe(near);
  });

  it('calls an end as the underlying wire does', () => {
    const [near] = memoryLink('link', 'caller', 'callee');
    const web = wholeClose(near);
    for (const faults of [{ delay: 50 }, { chop: 1 }])
      expect(faulty(web, faults, new VirtualClock(), 'both').endings?.ended).toBe(
        'Close',
      );
  });

  it('delays everything by the same time, exactly, and no longer', async () => {
    const { clock, near, came } = link({ delay: 50 });
    near.write('a');
    await someTasks();
    clock.moveTo(20);
    near.write('b');
    near.wire.end();
    await someTasks();
    clock.moveTo(49);
    expect(came).toEqual([]);
    clock.moveTo(1_000);
    expect(came).toEqual([
      [50, 'a'],
      [70, 'b'],
      [70, 'ended'],
    ]);
  });

  it('delays what is said as well as what is heard, each by its own lane', async () => {
    const { clock, near, far, came } = link({ delay: 10 }, 'both');
    far.write(Buffer.from('question'));
    await someTasks();
    expect(near.heard).toBe('');
    clock.moveTo(10);
    await someTasks();
    expect(near.heard).toBe('question');
    near.write('answer');
    await someTasks();
    clock.moveTo(20);
    expect(came).toEqual([[20, 'answer']]);
  });

  it('splits into pieces of limited size, and keeps the FIN after them', async () => {
    const { near, came } = link({ chop: 2 });
    near.write('abcde');
    near.write('f');
    near.wire.end();
    await someTasks();
    expect(came.map(([, what]) => what)).toEqual(['ab', 'cd', 'e', 'f', 'ended']);
  });

  it('keeps a reset after the bytes that came before it', async () => {
    const { clock, near, came } = link({ chop: 1, delay: 5 });
    near.write('abc');
    await someTasks();
    near.wire.destroy();
    await someTasks();
    clock.moveTo(5);
    const said = came.map(([, what]) => what).filter(what => what !== 'drained');
    expect(said).toEqual(['a', 'b', 'c', 'reset', 'closed']);
  });

  it('pauses between two pieces, and goes on where it was', async () => {
    const [near, behind] = memoryLink('link', 'caller', 'callee');
    const far = faulty(behind, { chop: 1 }, new VirtualClock(), 'in');
    const heard: string[] = [];
    far.start({
      ...quiet,
      chunk(bytes) {
        heard.push(Buffer.from(bytes).toString());
        if (heard.length === 2) far.pause();
      },
    });
    near.write(Buffer.from('abcd'));
    await someTasks();
    expect(heard).toEqual(['a', 'b']);
    far.resume();
    await someTasks();
    expect(heard).toEqual(['a', 'b', 'c', 'd']);
  });

  it('drops what was on its way when it is destroyed, and asks no clock any more', async () => {
    const { clock, near, far, came } = link({ delay: 50, chop: 1 }, 'both');
    near.write('never heard');
    far.write(Buffer.from('never said'));
    await someTasks();
    far.destroy();
    await near.hears('closed');
    await someTasks();
    clock.moveTo(1_000);
    expect(came).toEqual([[0, 'closed']]);
    expect(near.heard).toBe('');
    expect(clock.next).toBeUndefined();
  });

  it('closes when it is destroyed while paused', async () => {
    const { near, far, came } = link({ chop: 1 });
    far.pause();
    near.write('abc');
    await someTasks();
    far.destroy();
    await someTasks();
    expect(came).toEqual([[0, 'closed']]);
  });

  it.each(['in', 'both'] as const)('keeps a bounded number of bytes, %s', async way => {
    const { near, far } = link({ delay: 50 }, way);
    const piece = Buffer.alloc(16_384);
    let taken = 0;
    for (let full = 0; full < 3 && taken < 8_388_608; taken += piece.length) {
      const room = way === 'in' ? near.write(piece) : far.write(piece);
      full = room ? 0 : full + 1;
      await someTasks(1);
    }
    expect(taken).toBeLessThan(1_048_576);
  });

  it('waits for the underlying wire, however fast its own lane is', async () => {
    const { near, far } = link({ chop: 100 }, 'both');
    near.wire.pause();
    let taken = 0;
    while (taken < 8_388_608 && far.write(Buffer.alloc(16_384))) {
      taken += 16_384;
      await someTasks(1);
    }
    expect(taken).toBeLessThan(1_048_576);
  });

  it('hands a delayed MiB over byte by byte, with one timer at a time', async () => {
    const clock = new VirtualClock();
    const [near, behind] = memoryLink('link', 'caller', 'callee');
    const counted = { timers: 0, bytes: 0 };
    const counting = {
      now: () => clock.now(),
      after(ms: number, call: () => void) {
        counted.timers++;
        return clock.after(ms, call);
      },
    };
    const far = faulty(behind, { chop: 1, delay: 50 }, counting, 'in');
    far.start({ ...quiet, chunk: () => void counted.bytes++ });
    for (let sent = 0; sent < 16; sent++) near.write(Buffer.alloc(65_536));
    while (counted.bytes < 1_048_576) {
      await someTasks(1);
      clock.step();
    }
    expect(counted.timers).toBeLessThan(20);
  });
});
