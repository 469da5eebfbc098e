import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation, Heard } from '../../lib/trace/conversation.ts';
import { type Crossing, countCrossings, crossings } from '../../lib/trace/crossing.ts';
import { often } from '../often.ts';
import { Run } from '../view/run.ts';
import { onlyConversation as only } from './conversations.ts';
import { anyMoves, recordOf } from './history.ts';

const numbers = (found: Iterable<Crossing>): string[] =>
  [...found].map(([m, n]) => `${m.sent.event.n} x ${n.sent.event.n}`);

/** The definition, word for word, over every pair. */
function byDefinition({ caller, heard }: Conversation): string[] {
  const before = (one: Heard['sent'], other: Heard['sent']) =>
    one.log === other.log && one.index < other.index;
  return heard
    .filter(({ from }) => from === caller)
    .flatMap(m =>
      heard
        .filter(({ from }) => from !== caller)
        .filter(n => before(m.sent, n.received) && before(n.sent, m.received))
        .map(n => `${m.sent.event.n} x ${n.sent.event.n}`),
    );
}

const agrees = (find: (conversation: Conversation) => Iterable<Crossing>): void =>
  fc.assert(
    fc.property(anyMoves(), moves => {
      const conversation = only(recordOf(moves));
      expect(numbers(find(conversation))).toEqual(byDefinition(conversation));
    }),
    { numRuns: 300 },
  );

describe('crossings', () => {
  it('are exactly those that the definition finds among all pairs', () => {
    agrees(crossings);
  });

  it('are counted without being listed', () => {
    fc.assert(
      fc.property(anyMoves(), moves => {
        const conversation = only(recordOf(moves));
        expect(countCrossings(conversation)).toBe(byDefinition(conversation).length);
      }),
    );
  });

  it.each<[string, (m: Heard, n: Heard) => boolean]>([
    ['looks at the caller alone', (m, n) => m.sent.place < n.received.place],
    ['looks at the callee alone', (m, n) => n.sent.place < m.received.place],
    ['looks at who spoke first', (m, n) => m.sent.place < n.sent.place],
    ['finds none', () => false],
  ])('have an oracle that convicts a program that %s', (_, cross) => {
    const wrong = ({ heard, caller }: Conversation): Crossing[] =>
      heard
        .filter(({ from }) => from === caller)
        .flatMap(m =>
          heard
            .filter(n => n.from !== caller && cross(m, n))
            .map((n): Crossing => [m, n]),
        );
    expect(() => often(() => agrees(wrong))).toThrow();
  });

  it('are found without another look at what had arrived long before', () => {
    const run = new Run().connect('alice', 'bob');
    for (let turn = 0; turn < 100; turn++)
      run.say('alice', 'bob', 'Tea?').say('bob', 'alice', 'Yes');
    let asked = 0;
    const conversation = only(run.events);
    const heard = conversation.heard.map(({ received, ...one }) => ({
      ...one,
      get received() {
        asked++;
        return received;
      },
    }));
    expect([...crossings({ ...conversation, heard })]).toEqual([]);
    expect(asked).toBeLessThan(5 * heard.length);
  });

  it('are none where one answers the other', () => {
    const run = new Run().connect('alice', 'bob').say('alice', 'bob', 'Tea?');
    expect(numbers(crossings(only(run.say('bob', 'alice', 'Yes').events)))).toEqual([]);
  });

  it('are one where each spoke before hearing the other', () => {
    const run = new Run()
      .connect('alice', 'bob')
      .cross('alice', 'bob', 'Tea?', 'Free?');
    expect(numbers(crossings(only(run.events)))).toEqual(['3 x 4']);
  });

  it('are never with words that were refused', () => {
    const run = new Run().connect('alice', 'bob');
    const [tea, free] = [
      run.send('alice', 'bob', 'Tea?'),
      run.send('bob', 'alice', 'Free?'),
    ];
    run.refuse(tea, 'too long').hear(free);
    expect(numbers(crossings(only(run.events)))).toEqual([]);
  });
});
