import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Tick } from '../../lib/hub/tick.ts';

type Deed =
  | { readonly do: 'toAll'; readonly except: number | undefined }
  | { readonly do: 'toOne' | 'join' | 'take'; readonly who: number };

const people = 4;
const somebody = fc.nat(people - 1);
const deeds = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('toAll'),
      except: fc.option(somebody, { nil: undefined }),
    }),
    fc.record({ do: fc.constantFrom('toOne', 'join', 'take'), who: somebody }),
  ) as fc.Arbitrary<Deed>,
  { maxLength: 40 },
);

/** A member's bytes as text, for whatever was given to it. */
const textOf = (pieces: readonly Uint8Array[]): string =>
  Buffer.concat(pieces).toString();

it('gives every member what a list of its own would have given it', () => {
  fc.assert(
    fc.property(deeds, sequence => {
      const tick = new Tick<number>();
      const expected = new Map<number, string>();
      const got = new Map<number, string>();
      const add = (to: Map<number, string>, who: number, words: string) =>
        to.set(who, (to.get(who) ?? '') + words);
      for (let who = 0; who < people / 2; who++) expected.set(who, '');
      sequence.forEach((deed, index) => {
        const words = `<${index}${'.'.repeat(index % 3)}>`;
        if (deed.do === 'toAll') {
          if (deed.except !== undefined && !expected.has(deed.except)) return;
          tick.toAll(Buffer.from(words), deed.except);
          for (const who of expected.keys()) {
            if (who !== deed.except) add(expected, who, words);
          }
        } else if (deed.do === 'join') {
          if (expected.has(deed.who)) return;
          expected.set(deed.who, '');
          tick.hearsFromHere(deed.who);
        } else if (expected.has(deed.who)) {
          if (deed.do === 'take') add(got, deed.who, textOf(tick.take(deed.who)));
          else {
            tick.toOne(deed.who, Buffer.from(words));
            add(expected, deed.who, words);
          }
        }
      });
      const { whole, others } = tick.close();
      for (const [who, words] of expected) {
        add(got, who, textOf(others.get(who) ?? whole));
        expect(got.get(who)).toBe(words);
      }
    }),
    { numRuns: 500 },
  );
});

it('is one piece, and the same, for all who only listen', () => {
  const tick = new Tick<string>();
  tick.toAll(Buffer.from('one'), 'alice');
  tick.toAll(Buffer.from('two'), 'alice');
  const { whole, others } = tick.close();
  expect(whole).toHaveLength(1);
  expect([...others]).toEqual([['alice', []]]);
});

it('copies each byte only a few times, however often a part is taken', () => {
  const tick = new Tick<string>();
  const rooms = new Set<ArrayBufferLike>();
  for (let count = 0; count < 1_000; count++) {
    tick.toAll(new Uint8Array(1_000), 'alice');
    for (const { buffer } of tick.take('bob')) rooms.add(buffer);
  }
  // A room is twice as large as the one before it: so the million bytes of this tick fit in a few.
  expect(rooms.size).toBeLessThan(20);
});
