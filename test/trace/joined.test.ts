import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { joined } from '../../lib/trace/joined.ts';
import type { TraceRecord } from '../../lib/trace/record.ts';
import { view } from '../../lib/view/style.ts';
import type { Run } from '../view/run.ts';
import { bothAtOnce, oneWay, takingTurns } from '../view/scenes.ts';
import { ends, numbered } from './history.ts';

/** What each end recorded by itself, with its own numbers and its own clock. The last end comes first. */
const apart = (events: readonly TraceEvent[]): TraceRecord[] =>
  ends(events)
    .map((end, clock) => ({
      name: `${end}.jsonl`,
      events: numbered(events.filter(event => event.end === end)).map(event => ({
        ...event,
        at: event.at + clock * 1_000_000,
      })),
    }))
    .reverse();

/** The picture without numbers: joined records keep their own. */
const pictureOf = (events: readonly TraceEvent[], lanes: readonly string[]) =>
  view('ladder', { mode: 'full-duplex', lanes })
    .draw(events)
    .map(row => row.replaceAll(/\d+/g, ' ').replaceAll(/ +/g, ' '));

describe('joined records', () => {
  it.each([
    ['one way', oneWay, ['sender', 'receiver']],
    ['taking turns', takingTurns, ['alice', 'station']],
    ['both together', bothAtOnce, ['alice', 'bob']],
  ] as [string, () => Run, string[]][])(
    'are drawn as the record of the whole run: %s',
    (_, run, lanes) => {
      const whole = run().events;
      const together = joined(apart(whole));
      expect(together.lanes).toEqual(lanes);
      expect(pictureOf(together.events, lanes)).toEqual(pictureOf(whole, lanes));
    },
  );

  it('are in an order in which no effect comes before its cause, unlike the files', () => {
    const records = apart(takingTurns().events);
    const isSent = ({ what, by }: TraceEvent) => what === 'sent' && by === 'self';
    const early = (events: readonly TraceEvent[]) =>
      events.filter(
        ({ what, kind }, at) =>
          what === 'received' &&
          events.slice(0, at).filter(one => isSent(one) && one.kind === kind).length <
            events
              .slice(0, at + 1)
              .filter(one => one.what === 'received' && one.kind === kind).length,
      );
    expect(early(joined(records).events)).toEqual([]);
    expect(early(records.flatMap(({ events }) => events))).not.toEqual([]);
  });

  it('keep the numbers that the verdict names', () => {
    const { events } = joined(apart(takingTurns().events));
    for (const end of ['alice', 'station']) {
      const numbers = events.filter(event => event.end === end).map(({ n }) => n);
      expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    }
  });

  it('give two ends of one name two lanes', () => {
    const record = (link: string, name: string): TraceRecord => ({
      name,
      events: [{ what: 'opened', by: 'self', end: 'caller', link, n: 1, at: 0 }],
    });
    expect(joined([record('a', 'a.jsonl'), record('b', 'b.jsonl')]).lanes).toEqual([
      'caller',
      'caller (2)',
    ]);
  });
});
