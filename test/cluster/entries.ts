import fc from 'fast-check';
import type { LogBatch, LogEntry } from '../../lib/cluster/entry.ts';

export const nodes = ['A', 'B', 'C'] as const;

/** Few names and few members, so that they meet often. */
const name = fc.constantFrom('alice', 'Alice', 'bob', 'Zoë', 'ZOË');
const member = fc.integer({ min: 1, max: 3 });

export const entries: fc.Arbitrary<LogEntry> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ is: fc.constant('joined'), member, name }) },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('said'),
      member,
      words: fc.string({ unit: 'grapheme' }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('left'), member }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('alive') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('gone'),
      node: fc.constantFrom(...nodes),
    }),
  },
) as fc.Arbitrary<LogEntry>;

/** What one node appends, in its order. It comes first. */
const life = (node: string): fc.Arbitrary<LogBatch[]> =>
  fc
    .array(fc.array(entries, { minLength: 1, maxLength: 4 }), { maxLength: 8 })
    .map(all =>
      [[{ is: 'came' } as const], ...all].map((list, at) => ({
        node,
        count: at + 1,
        entries: list,
      })),
    );

/** A log in which the batches of three nodes are mixed in any way, each node's own in their order. */
export const logs: fc.Arbitrary<LogBatch[]> = fc
  .tuple(
    fc.tuple(...nodes.map(life)),
    fc.array(fc.nat(2), { minLength: 40, maxLength: 40 }),
  )
  .map(([lives, turns]) => mixed(lives, turns));

function mixed(lives: readonly LogBatch[][], turns: readonly number[]): LogBatch[] {
  const rest = lives.map(all => [...all]);
  const first = turns.flatMap(turn => rest[turn]?.shift() ?? []);
  return [...first, ...rest.flat()];
}
