import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FastReceiveBuffer } from '../../../lib/framing/fast/fast-receive-buffer.ts';
import { ReceiveBuffer } from '../../../lib/framing/receive-buffer.ts';
import { runs, withManyRuns } from '../subject.ts';

/** Bytes to push, or how many to drop: of one kind for long, so that much is taken out together. */
const chunk = fc
  .tuple(fc.constantFrom('a', 'b', 'é', '\xff'), fc.nat(900))
  .map(([unit, size]) =>
    Buffer.from(unit.repeat(size), unit === 'é' ? 'utf8' : 'latin1'),
  );
const steps = fc.array(fc.oneof(chunk, fc.nat(700)), { maxLength: 40 });

/** Slices and texts after every step, beside those of the plain buffer. */
function check(make: () => ReceiveBuffer): void {
  const property = fc.property(steps, fc.nat(200), (list, size) => {
    const [fast, plain] = [make(), new ReceiveBuffer()];
    for (const step of list) {
      for (const buffer of [fast, plain])
        if (typeof step === 'number') buffer.drop(Math.min(step, buffer.length));
        else buffer.push(step);
      const end = Math.min(size, plain.length);
      expect(fast.length).toBe(plain.length);
      expect(fast.slice(0, end)).toEqual(plain.slice(0, end));
      expect(fast.text(0, end)).toBe(plain.text(0, end));
    }
  });
  fc.assert(property, runs(200));
}

it('gives the slices and the texts that the plain buffer gives', () => {
  check(() => new FastReceiveBuffer());
});

/** Keeps the first text although the bytes change. */
class Stale extends ReceiveBuffer {
  #first: string | undefined;

  override text(from: number, to: number): string | undefined {
    this.#first ??= super.text(from, to);
    return this.#first?.length === to - from ? this.#first : super.text(from, to);
  }
}

it('convicts a buffer that does not forget', () => {
  const wrong = () => check(() => new Stale());
  expect(() => withManyRuns(wrong)).toThrow('Property failed');
});
