import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../lib/trace/conversation.ts';
import { countCrossings } from '../../lib/trace/crossing.ts';
import type { Kind, TraceEvent } from '../../lib/trace/event.ts';
import type { Offence } from '../../lib/trace/rules/rule.ts';
import { outOfTurn, outOfTurnFromOneEnd } from '../../lib/trace/rules/turn-rule.ts';
import { often } from '../often.ts';
import { onlyAccount, onlyConversation } from './conversations.ts';
import { anyMoves, enforced, type Move, recordOf } from './history.ts';

const kinds: Kind[] = ['message', 'message', 'message', 'notice', 'refusal', 'control'];
const both = (moves: readonly Move[]): Conversation =>
  onlyConversation(recordOf(moves));
const alone = (end: string, moves: readonly Move[]) =>
  onlyAccount(recordOf(moves).filter(event => event.end === end));

/** The definition, word for word: walks what each end heard and what of it was heard of it. */
function byDefinition(moves: readonly Move[]): TraceEvent | undefined {
  const events = recordOf(moves);
  const { caller, heard } = onlyConversation(events);
  const counted = new Map(
    heard.flatMap(
      one =>
        [
          [one.sent.event, one],
          [one.received.event, one],
        ] as const,
    ),
  );
  return events.find((event, at) => {
    if (counted.get(event)?.sent.event !== event) return false;
    const own = events
      .slice(0, at)
      .filter(other => other.end === event.end && counted.has(other));
    const last = own.at(-1);
    return last === undefined ? event.end !== caller : last.what === 'sent';
  });
}

type Walk = (conversation: Conversation) => Offence | undefined;

const properties: Record<string, (walk: Walk) => void> = {
  'convicts exactly the first message that the definition does': walk =>
    fc.assert(
      fc.property(anyMoves(1, kinds), moves => {
        expect(walk(both(moves))?.seen.event.n).toBe(byDefinition(moves)?.n);
      }),
      { numRuns: 300 },
    ),
  'convicts whenever two messages crossed': walk =>
    fc.assert(
      fc.property(anyMoves(1, kinds), moves => {
        fc.pre(countCrossings(both(moves)) > 0);
        expect(walk(both(moves))).toBeDefined();
      }),
    ),
  'convicts nobody where every message that was heard was said with the turn': walk =>
    fc.assert(
      fc.property(anyMoves(1, kinds), moves => {
        expect(walk(both(enforced(moves)))).toBeUndefined();
      }),
    ),
};

describe('a walk over the turns', () => {
  it.each(Object.entries(properties))('%s', (_, property) => {
    property(outOfTurn);
  });

  it('finds no crossing where every message that was heard was said with the turn', () => {
    let mostHeard = 0;
    fc.assert(
      fc.property(anyMoves(1, kinds), moves => {
        const conversation = both(enforced(moves));
        mostHeard = Math.max(mostHeard, conversation.heard.length);
        expect(countCrossings(conversation)).toBe(0);
      }),
      { numRuns: 500 },
    );
    expect(mostHeard).toBeGreaterThan(2);
  });

  const first = ({ heard }: Conversation): Offence | undefined =>
    heard[0] && { seen: heard[0].sent, why: '' };
  it.each<[string, broken: string, Walk]>([
    ['convicts nobody', 'convicts whenever two messages crossed', () => undefined],
    [
      'convicts the first to speak',
      'convicts nobody where every message that was heard was said with the turn',
      first,
    ],
    [
      'lets the callee begin',
      'convicts nobody where every message that was heard was said with the turn',
      one => outOfTurn({ ...one, caller: one.callee, callee: one.caller }),
    ],
    [
      'looks for two in a row',
      'convicts exactly the first message that the definition does',
      ({ heard }) => {
        const again = heard.find((message, at) => message.from === heard[at - 1]?.from);
        return again && { seen: again.sent, why: '' };
      },
    ],
  ])('has a property that convicts a walk that %s', (_, broken, walk) => {
    expect(() => often(() => properties[broken]?.(walk))).toThrow();
  });
});

describe('a walk over the record of one end', () => {
  it.each(['caller0', 'station'])(
    'convicts only whom both records convict (%s)',
    end => {
      let convicted = 0;
      fc.assert(
        fc.property(anyMoves(1, kinds), moves => {
          const { link, frames } = alone(end, moves);
          fc.pre(outOfTurnFromOneEnd(link, frames) !== undefined);
          convicted++;
          expect(outOfTurn(both(moves))).toBeDefined();
        }),
      );
      expect(convicted).toBeGreaterThan(0);
    },
  );
});
