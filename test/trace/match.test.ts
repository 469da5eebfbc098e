import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { Matcher } from '../../lib/trace/match.ts';
import { Run } from '../view/run.ts';
import { anyMoves, mixed, mixes, recordOf } from './history.ts';

function matcherOf(events: readonly TraceEvent[]): Matcher {
  const matcher = new Matcher();
  for (const event of events) matcher.add(event);
  return matcher;
}

/** The k-th that left is the k-th that came: counted out, link by link and way by way. */
function byCounting(
  events: readonly TraceEvent[],
  event: TraceEvent,
): TraceEvent | undefined {
  const thing = ({ what }: TraceEvent) => (what === 'opened' ? 'opened' : 'frame');
  const alike = (one: TraceEvent) => (other: TraceEvent) =>
    one.link === other.link &&
    thing(one) === thing(other) &&
    one.by === other.by &&
    one.end === other.end;
  const k = events.filter(alike(event)).indexOf(event);
  return events.filter(
    other =>
      other.link === event.link &&
      other.end !== event.end &&
      other.by !== event.by &&
      thing(other) === thing(event),
  )[k];
}

describe('a matcher', () => {
  it('pairs the k-th that left with the k-th that came, refused or not, in any mix of the records', () => {
    fc.assert(
      fc.property(anyMoves(3), mixes, (moves, choices) => {
        const events = recordOf(moves, 3);
        const matcher = matcherOf(mixed(events, choices));
        for (const event of events) {
          expect(matcher.of(event)).toBe(byCounting(events, event));
        }
      }),
    );
  });

  it('knows of no partner while a frame is in transit', () => {
    const run = new Run().connect('alice', 'bob');
    run.send('alice', 'bob', 'Tea?');
    expect(matcherOf(run.events).of(run.events[2] as TraceEvent)).toBeUndefined();
  });

  it.each(['end', 'vanish'] as const)('pairs what both ends see of %s', how => {
    const [did, saw] = new Run()[how]('alice', 'bob').events as [
      TraceEvent,
      TraceEvent,
    ];
    const matcher = matcherOf([saw, did]);
    expect(matcher.of(did)).toBe(saw);
    expect(matcher.of(saw)).toBe(did);
  });

  it('keeps links apart, also of the same two ends', () => {
    const sent = {
      what: 'sent',
      by: 'self',
      n: 1,
      at: 0,
      end: 'a',
      link: 'x',
    } as const;
    const came = {
      what: 'received',
      by: 'peer',
      n: 2,
      at: 0,
      end: 'b',
      link: 'y',
    } as const;
    expect(matcherOf([sent, came]).of(sent)).toBeUndefined();
  });

  it('pairs no end with itself', () => {
    const sent = {
      what: 'sent',
      by: 'self',
      n: 1,
      at: 0,
      end: 'a',
      link: 'x',
    } as const;
    const came = {
      what: 'received',
      by: 'peer',
      n: 2,
      at: 0,
      end: 'a',
      link: 'x',
    } as const;
    expect(matcherOf([sent, came]).of(sent)).toBeUndefined();
  });

  it('leaves out what only one end can see', () => {
    const chunk = {
      what: 'chunk',
      by: 'self',
      n: 0,
      at: 0,
      end: 'a',
      link: 'x',
    } as const;
    const other = { ...chunk, by: 'peer', end: 'b' } as const;
    expect(matcherOf([chunk, other]).of(chunk)).toBeUndefined();
  });
});
