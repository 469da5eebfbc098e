import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allClosed } from '../../lib/trace/all-closed.ts';
import { logsOf } from '../../lib/trace/end-log.ts';
import type { Kind, TraceEvent } from '../../lib/trace/event.ts';
import type { TraceRecord } from '../../lib/trace/record.ts';
import type { Mode } from '../../lib/trace/rules/index.ts';
import { judge, judgeRecords, type Verdict } from '../../lib/trace/verdict.ts';
import { Run } from '../view/run.ts';
import { takingTurns } from '../view/scenes.ts';
import { anyMoves, ends, enforced, numbered, recordOf } from './history.ts';

const modes: Mode[] = ['simplex', 'half-duplex', 'full-duplex'];
const kinds: Kind[] = ['message', 'message', 'notice', 'control'];

/** What each end recorded by itself: its own numbers, its own clock; every caller calls itself `caller`. */
function apart(events: readonly TraceEvent[]): TraceRecord[] {
  return ends(events).map((end, clock) => ({
    name: `${end}.jsonl`,
    events: numbered(allClosed(events.filter(event => event.end === end))).map(
      event => ({
        ...event,
        at: event.at + clock * 1_000_000,
        end: end.replace(/\d+$/, ''),
      }),
    ),
  }));
}

/** What does not hang on clocks, on numbers, or on the order of simultaneous words. */
const known = ({ counts, result }: Verdict) => {
  const { heard, heardBack, crossings, unheard } = counts;
  return { heard, heardBack, crossings, unheard: unheard.length, result };
};

describe('joined records', () => {
  it.each(modes)('prove of %s what the record of the whole run proves', mode => {
    fc.assert(
      fc.property(anyMoves(3, kinds), moves => {
        const whole = allClosed(recordOf(moves, 3));
        expect(known(judgeRecords(mode, apart(whole)))).toEqual(
          known(judge(mode, whole)),
        );
      }),
    );
  });

  it('acquit a run of which the record of each end tells nothing', () => {
    const records = apart(takingTurns().events);
    for (const record of records)
      expect(judgeRecords('half-duplex', [record]).result).toBe('undecided');
    expect(judgeRecords('half-duplex', records).result).toBe('kept');
  });

  it('convict a crossing that the station could not see, by the numbers in the files', () => {
    const run = new Run().connect('alice', 'station').say('alice', 'station', 'Hi');
    const records = apart(run.cross('alice', 'station', 'Hello??', 'Yes').events);
    expect(judgeRecords('half-duplex', records).why).toBe(
      "alice spoke at alice 3, the turn was the station's since alice 2",
    );
  });

  it('keep the order and the numbers of each end', () => {
    fc.assert(
      fc.property(anyMoves(1, kinds), moves => {
        const records = apart(recordOf(enforced(moves)));
        const { logs } = logsOf(records);
        for (const { events } of records) {
          const own = logs.get(`${events[0]?.end}`)?.seen ?? [];
          expect(own.map(({ event }) => event)).toEqual(events);
        }
      }),
    );
  });

  it('name the file if it holds more than one end', () => {
    const whole = { name: 'whole.jsonl', events: takingTurns().events };
    const [other] = apart(new Run().connect('carol', 'dave').events);
    const { logs } = logsOf([whole, other as TraceRecord]);
    const names = [...logs.values()].map(({ end, record }) => [end, record]);
    expect(names).toEqual([
      ['alice', 'whole.jsonl'],
      ['station', 'whole.jsonl'],
      ['carol', 'carol'],
    ]);
  });

  it('keep two callers apart who call themselves the same', () => {
    const run = new Run().connect('caller1', 'station').connect('caller2', 'station');
    run.say('caller2', 'station', 'b').say('caller1', 'station', 'a');
    const records = apart(run.events);
    expect([...logsOf(records).logs.keys()]).toEqual([
      'caller',
      'station',
      'caller (2)',
    ]);
    expect(judgeRecords('simplex', records)).toMatchObject({
      result: 'kept',
      counts: { heard: 2 },
    });
  });

  it('number the ends of one name, however many there are', () => {
    const run = new Run();
    for (const caller of ['caller1', 'caller2', 'caller3'])
      run.connect(caller, 'station');
    expect([...logsOf(apart(run.events)).logs.keys()]).toEqual([
      'caller',
      'station',
      'caller (2)',
      'caller (3)',
    ]);
  });

  it('keep two ends apart that call themselves the same', () => {
    const run = new Run().connect('peer1', 'peer2').say('peer1', 'peer2', 'a');
    const records = apart(run.events);
    expect(ends(records.flatMap(({ events }) => events))).toEqual(['peer']);
    expect(judgeRecords('simplex', records).result).toBe('kept');
  });

  it('leave the records as they were', () => {
    const records = apart(takingTurns().events);
    const before = structuredClone(records);
    judgeRecords('half-duplex', records);
    expect(records).toEqual(before);
    expect(judgeRecords('half-duplex', []).result).toBe('undecided');
  });
});
