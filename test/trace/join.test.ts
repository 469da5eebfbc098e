import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawn,
  join,
  judge,
  type Kind,
  type Mode,
  type TraceEvent,
} from '../../lib/trace/index.ts';
import { Run } from '../view/run.ts';
import { takingTurns } from '../view/scenes.ts';
import { anyMoves, ends, enforced, numbered, recordOf } from './history.ts';

const modes: Mode[] = ['simplex', 'half-duplex', 'full-duplex'];
const kinds: Kind[] = ['message', 'message', 'notice', 'control'];

/** What each end recorded by itself: its own numbers, its own clock; every caller calls itself `caller`. */
function apart(events: readonly TraceEvent[]): TraceEvent[][] {
  return ends(events).map((end, clock) =>
    numbered(events.filter(event => event.end === end)).map(event => ({
      ...event,
      at: event.at + clock * 1_000_000,
      end: end.replace(/\d+$/, ''),
    })),
  );
}

/** What does not hang on clocks, on numbers, or on the order of what was said at once. */
const known = ({ counts, result, proved }: ReturnType<typeof judge>) => {
  const { heard, heardBack, crossings, notHeard } = counts;
  return { heard, heardBack, crossings, notHeard: notHeard.length, result, proved };
};

describe('joined records', () => {
  it.each(modes)('prove of %s what the record of the whole run proves', mode => {
    fc.assert(
      fc.property(anyMoves(3, kinds), moves => {
        const whole = recordOf(moves, 3);
        expect(known(judge(mode, join(apart(whole))))).toEqual(
          known(judge(mode, whole)),
        );
      }),
    );
  });

  it('show a mode of which each end alone shows nothing', () => {
    const records = apart(takingTurns().events);
    for (const record of records)
      expect(judge('half-duplex', record)).toMatchObject({
        result: 'kept',
        proved: false,
      });
    expect(judge('half-duplex', join(records))).toMatchObject({
      result: 'shown',
      proved: true,
    });
  });

  it('convict a crossing that the station could not see', () => {
    const run = new Run().connect('alice', 'station').say('alice', 'station', 'Hi');
    const records = apart(run.cross('alice', 'station', 'Hello??', 'Yes').events);
    expect(judge('half-duplex', join(records)).offence?.why).toBe(
      "alice spoke at 3, the turn was the station's since 2",
    );
  });

  it('keep the order of each end, and number anew what is drawn', () => {
    fc.assert(
      fc.property(anyMoves(1, kinds), moves => {
        const records = apart(recordOf(enforced(moves)));
        const joined = join(records);
        for (const record of records) {
          const own = joined.filter(({ end }) => end === record[0]?.end);
          expect(own.map(({ n: _, ...event }) => event)).toEqual(
            record.map(({ n: _, ...event }) => event),
          );
        }
        const numbers = joined.filter(drawn).map(({ n }) => n);
        expect(numbers).toEqual(numbers.map((_, at) => at + 1));
      }),
    );
  });

  it('are the same whichever comes first', () => {
    const [one, other] = apart(takingTurns().events) as [TraceEvent[], TraceEvent[]];
    expect(join([one, other])).toEqual(join([other, one]));
  });

  it('keep two callers apart who call themselves the same', () => {
    const run = new Run().connect('caller1', 'station').connect('caller2', 'station');
    run.say('caller2', 'station', 'b').say('caller1', 'station', 'a');
    const joined = join(apart(run.events));
    expect(new Set(ends(joined))).toEqual(new Set(['caller', 'station', 'caller 2']));
    expect(judge('simplex', joined)).toMatchObject({
      result: 'shown',
      counts: { heard: 2 },
    });
  });

  it('keep two ends apart that call themselves the same', () => {
    const events = new Run()
      .connect('peer1', 'peer2')
      .say('peer1', 'peer2', 'a').events;
    const [one, other] = apart(events) as [TraceEvent[], TraceEvent[]];
    expect(ends([...one, ...other])).toEqual(['peer']);
    expect(judge('simplex', join([one, other]))).toMatchObject({ result: 'shown' });
    expect(judge('simplex', [...one, ...other])).not.toMatchObject({ result: 'shown' });
  });

  it('leave the records as they were', () => {
    const records = apart(takingTurns().events);
    const before = structuredClone(records);
    join(records);
    expect(records).toEqual(before);
    expect(join([])).toEqual([]);
  });
});
