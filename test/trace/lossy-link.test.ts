import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCrossings, crossings } from '../../lib/trace/crossing.ts';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { judge } from '../../lib/trace/verdict.ts';
import { runs } from '../long.ts';
import { onlyConversation as only } from './conversations.ts';
import { numbered } from './history.ts';

interface Move {
  readonly by: 'alice' | 'bob';
  /** Says the next, or takes the one at that place of those on their way; or that is lost. */
  readonly does: 'says' | 'reads' | 'loses';
  readonly place: number;
  /** Reads it, and leaves it there to come once more. */
  readonly again: boolean;
}

const moves = fc.array(
  fc.record({
    by: fc.constantFrom('alice' as const, 'bob' as const),
    does: fc.constantFrom(
      'says' as const,
      'says' as const,
      'reads' as const,
      'loses' as const,
    ),
    place: fc.nat(5),
    again: fc.boolean(),
  }),
  { maxLength: 60, size: 'max' },
);

/** The record of two who speak by datagrams: each is numbered, and may be lost, come twice, or come late. */
function recordOf(run: readonly Move[]): TraceEvent[] {
  const link = 'alice>bob';
  const onTheirWay = { alice: [] as number[], bob: [] as number[] };
  const said = { alice: 0, bob: 0 };
  const heard = { alice: new Set<number>(), bob: new Set<number>() };
  const events: Omit<TraceEvent, 'n' | 'at'>[] = [
    { what: 'opened', by: 'self', end: 'alice', link },
    { what: 'opened', by: 'peer', end: 'bob', link },
  ];
  for (const { by, does, place, again } of run) {
    const kind = 'message' as const;
    if (does === 'says') {
      const nth = ++said[by];
      onTheirWay[by].push(nth);
      events.push({
        what: 'sent',
        by: 'self',
        kind,
        end: by,
        link,
        nth,
        text: `${nth}`,
      });
      continue;
    }
    const from = by === 'alice' ? 'bob' : 'alice';
    const at = place % (onTheirWay[from].length || 1);
    const nth = onTheirWay[from][at];
    if (nth === undefined) continue;
    if (!again || does === 'loses') onTheirWay[from].splice(at, 1);
    if (does === 'loses') continue;
    const what = heard[by].has(nth) ? 'refused' : 'received';
    heard[by].add(nth);
    events.push({ what, by: 'peer', kind, end: by, link, nth, text: `${nth}` });
  }
  return numbered(events);
}

describe('the record of a link that loses, repeats and reorders', () => {
  it('joins each message to itself, by its number', () => {
    fc.assert(
      fc.property(moves, run => {
        for (const { sent, received } of only(recordOf(run)).heard)
          expect(received.event.text).toBe(sent.event.text);
      }),
    );
  });

  it('counts as heard what was heard once, and calls nothing that was lost a lie', () => {
    fc.assert(
      fc.property(moves, run => {
        const events = recordOf(run);
        const received = events.filter(({ what }) => what === 'received');
        expect(only(events).heard).toHaveLength(received.length);
        expect(judge('full-duplex', events).result).not.toBe('violated');
      }),
    );
  });

  it('has exactly the crossings that the definition finds', () => {
    fc.assert(
      fc.property(moves, run => {
        const conversation = only(recordOf(run));
        const [there, back] = ['alice', 'bob'].map(name =>
          conversation.heard.filter(({ from }) => from === name),
        );
        const defined = (there ?? []).flatMap(m =>
          (back ?? [])
            .filter(
              n => m.sent.place < n.received.place && n.sent.place < m.received.place,
            )
            .map(n => [m, n]),
        );
        expect([...crossings(conversation)]).toEqual(defined);
        expect(countCrossings(conversation)).toBe(defined.length);
      }),
      runs(300),
    );
  });
});
