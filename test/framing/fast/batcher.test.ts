import { isAscii } from 'node:buffer';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Batcher, type Extractor } from '../../../lib/framing/fast/batcher.ts';

/** What `slice` gives: the bytes, and how many stay alive with them. */
interface Kept {
  readonly bytes: string;
  readonly alive: number;
}

/** Counts what is taken out. Bytes beyond ASCII cannot be sliced, as with text. */
class Counting implements Extractor<string, Kept> {
  taken = 0;
  checked = 0;

  one(buffer: Buffer, start: number, end: number): Kept {
    this.taken += end - start;
    return { bytes: buffer.toString('latin1', start, end), alive: end - start };
  }

  canSlice(buffer: Buffer, start: number, end: number): boolean {
    this.checked += end - start;
    return isAscii(buffer.subarray(start, end));
  }

  batch(buffer: Buffer, start: number, end: number): string {
    if (!isAscii(buffer.subarray(start, end)))
      throw new Error('These cannot be sliced');
    this.taken += end - start;
    return buffer.toString('latin1', start, end);
  }

  slice(batch: string, start: number, end: number): Kept {
    return { bytes: batch.slice(start, end), alive: batch.length };
  }
}

type Make = (
  extractor: Extractor<string, Kept>,
) => Pick<Batcher<string, Kept>, 'slice'>;

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
    const extractor = new Counting();
    const batcher = make(extractor);
    const ask = (start: number, end: number) => {
      const { bytes, alive } = batcher.slice(memory, start, end, filled);
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
    expect(extractor.taken).toBeLessThanOrEqual(9 * filled + 385 * slices);
    expect(extractor.checked).toBeLessThanOrEqual(9 * filled + 16_384);
  });
  fc.assert(property, { numRuns: 100 });
}

it('gives every slice, keeps little alive with it, and takes out little more', () => {
  check(extractor => new Batcher(extractor));
});

/** Extracts everything, and makes slices of whatever lies in it. */
const greedy: Make = extractor => {
  let all: string | undefined;
  return {
    slice(buffer, start, end, filled) {
      all ??= buffer.toString('latin1', 0, filled);
      return extractor.slice(all, start, end);
    },
  };
};

/** Extracts everything for every slice, and keeps nothing of it. */
const hasty: Make = extractor => ({
  slice(buffer, start, end, filled) {
    extractor.one(buffer, start, filled);
    return extractor.one(buffer, start, end);
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
  const batcher = new Batcher(new Counting());
  expect(batcher.slice(memory, 0, 3, 15).bytes).toBe('one');
  batcher.forget();
  memory.write('ONE TWO SIX TEN');
  expect(batcher.slice(memory, 4, 7, 15).bytes).toBe('TWO');
  batcher.forget();
  memory.fill(0xe9);
  expect(batcher.slice(memory, 4, 7, 15).bytes).toBe('\xe9\xe9\xe9');
});

it('takes out no more than it checked', () => {
  const memory = Buffer.alloc(48_000, 'a');
  memory[20_000] = 0xe9;
  const batcher = new Batcher(new Counting());
  expect(batcher.slice(memory, 0, 2_047, 48_000).alive).toBe(16_376);
  batcher.forget();
  expect(batcher.slice(memory, 0, 5_000, 48_000).alive).toBe(5_000);
});
