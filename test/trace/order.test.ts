import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { Matcher } from '../../lib/trace/match.ts';
import { causalOrder } from '../../lib/trace/order.ts';
import { often } from '../often.ts';
import { Run } from '../view/run.ts';
import { anyMoves, ends, mixed, mixes, recordOf } from './history.ts';
import { type Order, wrong } from './wrong-orders.ts';

function partners(
  events: readonly TraceEvent[],
): (event: TraceEvent) => TraceEvent | undefined {
  const matcher = new Matcher();
  for (const event of events) matcher.add(event);
  return event => matcher.of(event);
}

const properties: Record<string, (order: Order) => void> = {
  "keeps each end's own order, and every event": order =>
    everyMix((_, mix) => {
      const ordered = order(mix, partners(mix));
      expect(ordered).toHaveLength(mix.length);
      for (const end of ends(mix)) {
        const own = (event: TraceEvent) => event.end === end;
        expect(ordered.filter(own)).toEqual(mix.filter(own));
      }
    }),
  'puts no effect before its cause': order =>
    everyMix((_, mix) => {
      const partnerOf = partners(mix);
      const place = new Map(order(mix, partnerOf).map((event, at) => [event, at]));
      for (const event of mix) {
        const partner = partnerOf(event);
        if (event.by === 'self' && partner)
          expect(place.get(event)).toBeLessThan(place.get(partner) ?? -1);
      }
    }),
  'is the same however the records of the ends were mixed': order =>
    everyMix((events, mix) => {
      expect(order(mix, partners(mix))).toEqual(order(events, partners(events)));
    }),
  'puts what was read after what was written': order =>
    everyMix((_, mix) => {
      const partnerOf = partners(mix);
      const ordered = order(mix.flatMap(withChunk), partnerOf);
      const place = new Map(ordered.map((event, at) => [event, at]));
      for (const event of mix) {
        const partner = partnerOf(event);
        if (event.what !== 'sent' || partner === undefined) continue;
        // Its chunk comes after what was said, and before what was heard.
        const written = (place.get(event) ?? 0) + 1;
        expect(written).toBeLessThan((place.get(partner) ?? 0) - 1);
      }
    }),
};

/** As a connection records it: said and then written, read and then heard. */
function withChunk(event: TraceEvent): TraceEvent[] {
  const chunk = { ...event, what: 'chunk', n: 0 } as const;
  if (event.what === 'sent') return [event, chunk];
  return event.what === 'opened' ? [event] : [chunk, event];
}

function everyMix(check: (events: TraceEvent[], mix: TraceEvent[]) => void): void {
  fc.assert(
    fc.property(anyMoves(3), mixes, (moves, choices) => {
      const events = recordOf(moves, 3);
      check(events, mixed(events, choices));
    }),
  );
}

describe('the causal order', () => {
  it.each(Object.entries(properties))('%s', (_, property) => {
    property(causalOrder);
  });

  it.each(wrong)(
    'has a property that convicts the order "%s": it %s',
    (_, broken, order) => {
      expect(() => often(() => properties[broken]?.(order))).toThrow();
    },
  );

  const texts = (events: readonly TraceEvent[]) =>
    causalOrder(events, partners(events)).map(({ end, what, text = '' }) =>
      [end, what, text].join(' ').trim(),
    );

  it('gives neighbouring numbers to those who speak at the same time, then to what reaches them', () => {
    const run = new Run();
    const words = ['1', '2'].map(text => [
      run.send('alice', 'bob', text),
      run.send('bob', 'alice', text),
    ]);
    for (const flight of words.flat()) run.hear(flight);
    expect(texts(run.events)).toEqual([
      'alice sent 1',
      'bob sent 1',
      'alice sent 2',
      'bob sent 2',
      'bob received 1',
      'alice received 1',
      'bob received 2',
      'alice received 2',
    ]);
  });

  it('tells an answer after its question', () => {
    const run = new Run().say('alice', 'bob', 'Tea?').say('bob', 'alice', 'Yes');
    const answerFirst = [
      ...run.events.slice(1, 3),
      ...run.events.slice(0, 1),
      ...run.events.slice(3),
    ];
    expect(texts(answerFirst)).toEqual([
      'alice sent Tea?',
      'bob received Tea?',
      'bob sent Yes',
      'alice received Yes',
    ]);
  });

  it('leaves what was read, and written, at its place between what an end says and its close', () => {
    const place = { n: 0, at: 0, end: 'alice', link: '1' };
    const own: TraceEvent[] = [
      { ...place, what: 'opened', by: 'self' },
      { ...place, what: 'chunk', by: 'peer', size: 1 },
      { ...place, what: 'chunk', by: 'self', size: 2 },
      { ...place, what: 'chunk', by: 'peer', size: 3 },
      { ...place, what: 'closed', by: 'self' },
      { ...place, what: 'chunk', by: 'peer', size: 4 },
    ];
    expect(causalOrder(own, partners(own))).toEqual(own);
  });

  it('keeps one step for a frame and the thousand chunks that were written for it', () => {
    const place = { n: 0, at: 0, end: 'alice', link: '1', by: 'self' } as const;
    const own: TraceEvent[] = [{ ...place, what: 'sent', kind: 'message', text: 'hi' }];
    for (let size = 1; size <= 1_000; size++)
      own.push({ ...place, what: 'chunk', size });
    // An event is asked for its effect once when the batch comes, and once more for each step that is kept.
    let asked = 0;
    causalOrder(own, () => void asked++);
    expect(asked - own.length).toBe(1);
  });

  it('waits for no cause of an earlier batch', () => {
    const run = new Run().say('alice', 'bob', 'Tea?');
    const partnerOf = partners(run.events);
    expect(causalOrder(run.events.slice(1), partnerOf)).toEqual(run.events.slice(1));
  });

  it('goes on if the effect of an event came in an earlier batch', () => {
    const run = new Run().say('alice', 'bob', 'Tea?').say('alice', 'bob', 'Coffee?');
    const own = run.events.filter(({ end }) => end === 'alice');
    expect(causalOrder(own, partners(run.events))).toEqual(own);
  });

  it('swallows nothing of a record that contradicts itself', () => {
    const { events } = new Run().say('alice', 'bob', 'Tea?').say('bob', 'alice', 'Yes');
    const [asked, wasAsked, answered, wasAnswered] = events as [
      TraceEvent,
      TraceEvent,
      TraceEvent,
      TraceEvent,
    ];
    const impossible = [wasAnswered, asked, wasAsked, answered];
    expect(new Set(causalOrder(impossible, partners(impossible)))).toEqual(
      new Set(events),
    );
    const circle = [wasAnswered, asked, answered, wasAsked].filter(
      event => event.by === 'peer',
    );
    expect(causalOrder(circle, partners(events))).toHaveLength(2);
  });
});
