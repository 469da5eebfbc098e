import { isAscii } from 'node:buffer';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Ahead, type Taking } from '../../lib/framing/ahead.ts';

/** What `piece` gives: the bytes, and how many stay alive with them. */
interface Kept {
  readonly bytes: string;
  readonly alive: number;
}

/** Counts what is taken out. Bytes beyond ASCII cannot be cut, as with text. */
class Counting implements Taking<string, Kept> {
  taken = 0;
  judged = 0;

  alone(room: Buffer, start: number, end: number): Kept {
    this.taken += end - start;
    return { bytes: room.toString('latin1', start, end), alive: end - start };
  }

  canCut(room: Buffer, start: number, end: number): boolean {
    this.judged += end - start;
    return isAscii(room.subarray(start, end));
  }

  together(room: Buffer, start: number, end: number): string {
    if (!isAscii(room.subarray(start, end))) throw new Error('These cannot be cut');
    this.taken += end - start;
    return room.toString('latin1', start, end);
  }

  cut(stretch: string, start: number, end: number): Kept {
    return { bytes: stretch.slice(start, end), alive: stretch.length };
  }
}

type Make = (taking: Taking<string, Kept>) => Pick<Ahead<string, Kept>, 'piece'>;

const size = fc.oneof(fc.nat(20), fc.nat(600), fc.nat(3_000));
const run = fc.record({ size, times: fc.integer({ min: 1, max: 12 }) });
const rooms = fc.record({
  runs: fc.array(run, { maxLength: 12 }),
  accents: fc.array(fc.oneof(fc.nat(99), fc.nat(20_000)), { maxLength: 3 }),
  /** The last bytes of a piece before the others, as one looks at a checksum. */
  backwards: fc.boolean(),
});

/** Pieces of one size after the other. */
function check(make: Make): void {
  const property = fc.property(rooms, ({ runs, accents, backwards }) => {
    const sizes = runs.flatMap(({ size, times }) => Array<number>(times).fill(size));
    const filled = sizes.reduce((sum, size) => sum + size, 0);
    const room = Buffer.alloc(filled, 'abcdefghijklmnopqrstuvw');
    for (const at of accents) if (at < filled) room[at] = 0xe9;
    const taking = new Counting();
    const ahead = make(taking);
    const ask = (start: number, end: number) => {
      const { bytes, alive } = ahead.piece(room, start, end, filled);
      expect(bytes).toBe(room.toString('latin1', start, end));
      expect(alive).toBeLessThanOrEqual(Math.max(384, 8 * (end - start)));
    };
    let at = 0;
    for (const size of sizes) {
      const end = at + size;
      const tail = backwards ? Math.max(at, end - 8) : end;
      if (backwards) ask(tail, end);
      ask(at, tail);
      at = end;
    }
    // Linear, however the sizes follow one another.
    const pieces = sizes.length * (backwards ? 2 : 1);
    expect(taking.taken).toBeLessThanOrEqual(9 * filled + 385 * pieces);
    expect(taking.judged).toBeLessThanOrEqual(9 * filled + 16_384);
  });
  fc.assert(property, { numRuns: 100 });
}

it('gives every piece, keeps little alive with it, and takes out little more', () => {
  check(taking => new Ahead(taking));
});

/** Takes out all there is, and cuts whatever lies in it. */
const greedy: Make = taking => {
  let all: string | undefined;
  return {
    piece(room, start, end, filled) {
      all ??= room.toString('latin1', 0, filled);
      return taking.cut(all, start, end);
    },
  };
};

/** Takes out all there is for every piece, and keeps nothing of it. */
const hasty: Make = taking => ({
  piece(room, start, end, filled) {
    taking.alone(room, start, filled);
    return taking.alone(room, start, end);
  },
});

it.each([
  ['greedy', greedy],
  ['hasty', hasty],
])('convicts one that is %s', (_, make) => {
  expect(() => check(make)).toThrow('Property failed');
});

it('forgets what it took out when the bytes change', () => {
  const room = Buffer.from('one two six ten');
  const ahead = new Ahead(new Counting());
  expect(ahead.piece(room, 0, 3, 15).bytes).toBe('one');
  ahead.forget();
  room.write('ONE TWO SIX TEN');
  expect(ahead.piece(room, 4, 7, 15).bytes).toBe('TWO');
  ahead.forget();
  room.fill(0xe9);
  expect(ahead.piece(room, 4, 7, 15).bytes).toBe('\xe9\xe9\xe9');
});

it('takes out no more than it judged', () => {
  const room = Buffer.alloc(48_000, 'a');
  room[20_000] = 0xe9;
  const ahead = new Ahead(new Counting());
  expect(ahead.piece(room, 0, 2_047, 48_000).alive).toBe(16_376);
  ahead.forget();
  expect(ahead.piece(room, 0, 5_000, 48_000).alive).toBe(5_000);
});
