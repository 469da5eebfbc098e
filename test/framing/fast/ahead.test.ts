import { isAscii } from 'node:buffer';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Ahead, type Slicing } from '../../../lib/framing/fast/ahead.ts';

/** What `slice` gives: the bytes, and how many stay alive with them. */
interface Kept {
  readonly bytes: string;
  readonly alive: number;
}

/** Counts what is taken out. Bytes beyond ASCII cannot be sliced, as with text. */
class Counting implements Slicing<string, Kept> {
  taken = 0;
  judged = 0;

  alone(bytes: Buffer, start: number, end: number): Kept {
    this.taken += end - start;
    return { bytes: bytes.toString('latin1', start, end), alive: end - start };
  }

  canSlice(bytes: Buffer, start: number, end: number): boolean {
    this.judged += end - start;
    return isAscii(bytes.subarray(start, end));
  }

  together(bytes: Buffer, start: number, end: number): string {
    if (!isAscii(bytes.subarray(start, end))) throw new Error('These cannot be sliced');
    this.taken += end - start;
    return bytes.toString('latin1', start, end);
  }

  slice(batch: string, start: number, end: number): Kept {
    return { bytes: batch.slice(start, end), alive: batch.length };
  }
}

type Make = (slicing: Slicing<string, Kept>) => Pick<Ahead<string, Kept>, 'slice'>;

const size = fc.oneof(fc.nat(20), fc.nat(600), fc.nat(3_000));
const run = fc.record({ size, times: fc.integer({ min: 1, max: 12 }) });
const memorys = fc.record({
  runs: fc.array(run, { maxLength: 12 }),
  accents: fc.array(fc.oneof(fc.nat(99), fc.nat(20_000)), { maxLength: 3 }),
  /** The last bytes of a slice before the others, as one looks at a checksum. */
  backwards: fc.boolean(),
});

/** Slices of one size after the other. */
function check(make: Make): void {
  const property = fc.property(memorys, ({ runs, accents, backwards }) => {
    const sizes = runs.flatMap(({ size, times }) => Array<number>(times).fill(size));
    const filled = sizes.reduce((sum, size) => sum + size, 0);
    const memory = Buffer.alloc(filled, 'abcdefghijklmnopqrstuvw');
    for (const at of accents) if (at < filled) memory[at] = 0xe9;
    const slicing = new Counting();
    const ahead = make(slicing);
    const ask = (start: number, end: number) => {
      const { bytes, alive } = ahead.slice(memory, start, end, filled);
      expect(bytes).toBe(memory.toString('latin1', start, end));
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
    const slices = sizes.length * (backwards ? 2 : 1);
    expect(slicing.taken).toBeLessThanOrEqual(9 * filled + 385 * slices);
    expect(slicing.judged).toBeLessThanOrEqual(9 * filled + 16_384);
  });
  fc.assert(property, { numRuns: 100 });
}

it('gives every slice, keeps little alive with it, and takes out little more', () => {
  check(slicing => new Ahead(slicing));
});

/** Takes out all there is, and cuts whatever lies in it. */
const greedy: Make = slicing => {
  let all: string | undefined;
  return {
    slice(bytes, start, end, filled) {
      all ??= bytes.toString('latin1', 0, filled);
      return slicing.slice(all, start, end);
    },
  };
};

/** Takes out all there is for every piece, and keeps nothing of it. */
const hasty: Make = slicing => ({
  slice(bytes, start, end, filled) {
    slicing.alone(bytes, start, filled);
    return slicing.alone(bytes, start, end);
  },
});

it.each([
  ['greedy', greedy],
  ['hasty', hasty],
])('convicts one that is %s', (_, make) => {
  expect(() => check(make)).toThrow('Property failed');
});

it('forgets what it took out when the bytes change', () => {
  const memory = Buffer.from('one two six ten');
  const ahead = new Ahead(new Counting());
  expect(ahead.slice(memory, 0, 3, 15).bytes).toBe('one');
  ahead.forget();
  memory.write('ONE TWO SIX TEN');
  expect(ahead.slice(memory, 4, 7, 15).bytes).toBe('TWO');
  ahead.forget();
  memory.fill(0xe9);
  expect(ahead.slice(memory, 4, 7, 15).bytes).toBe('\xe9\xe9\xe9');
});

it('takes out no more than it judged', () => {
  const memory = Buffer.alloc(48_000, 'a');
  memory[20_000] = 0xe9;
  const ahead = new Ahead(new Counting());
  expect(ahead.slice(memory, 0, 2_047, 48_000).alive).toBe(16_376);
  ahead.forget();
  expect(ahead.slice(memory, 0, 5_000, 48_000).alive).toBe(5_000);
});
