import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../lib/trace/event.ts';
import type { RuleOptions } from '../../lib/trace/rules/options.ts';
import { judge } from '../../lib/trace/verdict.ts';
import { linkOf, Run } from '../view/run.ts';
import { ends } from './history.ts';
import { call, oneWay, oneWaySoFar, onlyOf } from './runs.ts';

/** The time of day: alice calls, and only the station speaks. */
const clock = () => call().say('station', 'alice', '12:00');
const fromStation = { from: 'station' } as const;

/** The same records, the last end's first. */
const calledFirst = (run: Run): TraceEvent[] =>
  ends(run.events)
    .reverse()
    .flatMap(end => onlyOf(end, run));

const why = (events: readonly TraceEvent[], options?: RuleOptions) =>
  judge('simplex', events, options).why;
const kept = (events: readonly TraceEvent[], options?: RuleOptions) =>
  expect(judge('simplex', events, options).result).toBe('kept');

describe('simplex', () => {
  it('is kept if the called end speaks, and was named', () => {
    kept(clock().events, fromStation);
    kept(calledFirst(clock()), fromStation);
  });

  it.each<[string, Run, RuleOptions, string]>([
    [
      'a notice of the called end',
      oneWaySoFar().say('receiver', 'sender', '* Hi', 'notice'),
      {},
      'the receiver sent 5: simplex sends nothing back',
    ],
    [
      'a notice of the caller, if the called end was named',
      clock().say('alice', 'station', '/who', 'control'),
      fromStation,
      'alice sent 5: simplex sends nothing back',
    ],
    [
      'a notice on the second of two links',
      oneWay()
        .connect('caller', 'receiver')
        .say('receiver', 'caller', '* Hi', 'notice'),
      {},
      'the receiver sent 9: simplex sends nothing back',
    ],
  ])('is not proved if something went back: %s', (_, run, options, reason) => {
    for (const events of [run.events, calledFirst(run)])
      expect(judge('simplex', events, options)).toMatchObject({
        result: 'undecided',
        why: reason,
        complete: true,
      });
  });

  it('is not proved if bytes went back, though no frame did', () => {
    const link = linkOf('sender', 'receiver');
    const moved = (out: number) =>
      new Map([[link, new Map([['receiver', { out, in: 8 }]])]]);
    expect(why(oneWay().events, { traffic: moved(5) })).toBe(
      'the receiver sent 5 bytes back',
    );
    expect(why(oneWay().events, { traffic: moved(1) })).toBe(
      'the receiver sent 1 byte back',
    );
    kept(oneWay().events, { traffic: moved(0) });
    kept(oneWay().events, { traffic: new Map([[link, new Map()]]) });
  });
});

describe('simplex from one end', () => {
  it('is not kept by the speaker, who cannot know what was heard', () => {
    const alone = (end: string) => `only ${end}'s record is here; add the other end's`;
    expect(why(onlyOf('sender', oneWay()))).toBe(alone('the sender'));
    expect(why(onlyOf('station', clock()), fromStation)).toBe(alone('the station'));
    const noticed = oneWay().say('sender', 'receiver', '* Hi', 'notice');
    expect(why(onlyOf('sender', noticed))).toBe(alone('the sender'));
  });

  it('is not violated by a notice that the speaker heard', () => {
    const run = oneWaySoFar().say('receiver', 'sender', '* Hi', 'notice');
    expect(judge('simplex', onlyOf('sender', run)).result).toBe('undecided');
  });

  it('needs no other record of a link on which no message was sent', () => {
    const silent = new Run().connect('sender', 'receiver');
    expect(why(onlyOf('sender', silent))).toBe('no message was heard');
    const lonely = oneWay()
      .connect('sender', 'printer')
      .say('sender', 'printer', '* Hi', 'notice');
    kept(lonely.events.filter(({ end }) => end !== 'printer'));
  });

  it('is not kept by a receiver whose record begins in the middle of the link', () => {
    expect(judge('simplex', onlyOf('receiver', oneWay()).slice(1))).toMatchObject({
      result: 'undecided',
      why: "only the receiver's record is here; add the other end's",
    });
  });
});
