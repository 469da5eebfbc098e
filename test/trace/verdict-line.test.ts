import { describe, expect, it } from 'vitest';
import {
  type CountName,
  type Expectation,
  find,
  judge,
  type Mode,
  report,
  type TraceEvent,
} from '../../lib/trace/index.ts';
import { Run } from '../view/run.ts';
import { bothAtOnce, takingTurns } from '../view/scenes.ts';
import { call, eager, onlyOf } from './runs.ts';

const expected = (
  mode: Mode,
  result: Expectation['result'] = 'shown',
  counts: Partial<Record<CountName, number>> = {},
): Expectation => ({
  mode,
  result,
  counts: new Map(Object.entries(counts) as [CountName, number][]),
});

const bytes = (there: number, back: number) =>
  new Map([
    [
      'receiver-sender',
      new Map([
        ['sender', { out: there, in: back }],
        ['receiver', { out: back, in: there }],
      ]),
    ],
  ]);

function names(): Run {
  const run = new Run().connect('sender', 'receiver').end('receiver', 'sender');
  for (const name of ['Michael', 'Tracy', 'Sarah']) run.say('sender', 'receiver', name);
  return run.end('sender', 'receiver');
}

const canned = () => names().say('receiver', 'sender', 'Hello!');

describe('the last line of a scene', () => {
  it.each<[string, Expectation, TraceEvent[]]>([
    [
      'verdict: simplex · ok · 3 messages one way (20 bytes) · 0 bytes the other way',
      expected('simplex', 'shown', { messages: 3, bytes: 20, 'bytes back': 0 }),
      names().events,
    ],
    [
      'verdict: half-duplex · ok · 4 heard in 4 turns · 0 crossings · 1 not heard (5)',
      expected('half-duplex', 'shown', {
        heard: 4,
        turns: 4,
        crossings: 0,
        'not heard': 1,
      }),
      takingTurns().events,
    ],
    [
      'verdict: full-duplex · ok · 2 messages · 1 crossing (3 ╳ 4)',
      expected('full-duplex', 'shown', { messages: 2, crossings: 1 }),
      bothAtOnce().events,
    ],
    [
      'verdict: full-duplex · ok · 2 messages · 1 crossing (3 ╳ 4)',
      expected('full-duplex'),
      call().cross('station', 'alice', 'Hi', 'Hello').events,
    ],
    [
      "verdict: not half-duplex · ok · alice spoke at 5, the turn was the station's since 4 · 3 heard in 2 turns · 1 crossing",
      expected('half-duplex', 'broken', { heard: 3 }),
      eager().events,
    ],
    [
      'verdict: not simplex · ok · the receiver spoke at 13 · 3 messages one way (20 bytes) · 1 the other way (0 bytes)',
      expected('simplex', 'broken'),
      canned().events,
    ],
    [
      'verdict: kept half-duplex · ok · 0 heard in 0 turns · 0 crossings',
      expected('half-duplex', 'kept'),
      new Run().connect('alice', 'station').events,
    ],
    [
      'verdict: half-duplex · ok · 4 heard in 4 turns · 0 crossings · 1 not heard (5) · 11 ms',
      expected('half-duplex', 'shown', { ms: 11 }),
      takingTurns().events,
    ],
    [
      'verdict: unproved from one end · 1 not heard (6)',
      expected('half-duplex'),
      onlyOf('station', takingTurns()),
    ],
  ])('is ok: %s', (line, expectation, events) => {
    expect(find(judge(expectation.mode, events, bytes(20, 0)), expectation)).toEqual({
      ok: true,
      line,
    });
  });

  it.each<[string, Expectation, TraceEvent[]]>([
    [
      "verdict: half-duplex · NOT KEPT · alice spoke at 5, the turn was the station's since 4",
      expected('half-duplex'),
      eager().events,
    ],
    [
      "verdict: kept half-duplex · NOT KEPT · alice spoke at 5, the turn was the station's since 4",
      expected('half-duplex', 'kept'),
      eager().events,
    ],
    [
      'verdict: simplex · NOT KEPT · the receiver spoke at 13',
      expected('simplex'),
      canned().events,
    ],
    [
      'verdict: not simplex · KEPT ALL THE SAME · 3 messages one way (20 bytes) · 0 bytes the other way',
      expected('simplex', 'broken'),
      names().events,
    ],
    [
      'verdict: full-duplex · NOT SHOWN · 4 messages · 0 crossings · 1 not heard (5)',
      expected('full-duplex'),
      takingTurns().events,
    ],
    [
      'verdict: kept full-duplex · SHOWN, NOT ONLY KEPT · 2 messages · 1 crossing (3 ╳ 4)',
      expected('full-duplex', 'kept'),
      bothAtOnce().events,
    ],
    [
      'verdict: half-duplex · NOT AS EXPECTED · 4 heard, the scene expects 5 · 1 not heard, the scene expects 0',
      expected('half-duplex', 'shown', { heard: 5, turns: 4, 'not heard': 0 }),
      takingTurns().events,
    ],
    [
      'verdict: not half-duplex · NOT AS EXPECTED · 1 crossings, the scene expects 2',
      expected('half-duplex', 'broken', { crossings: 2 }),
      eager().events,
    ],
  ])('is not ok: %s', (line, expectation, events) => {
    expect(find(judge(expectation.mode, events, bytes(20, 0)), expectation)).toEqual({
      ok: false,
      line,
    });
  });

  it('is no longer ok when an end alone convicts', () => {
    const barged = new Run()
      .connect('alice', 'station')
      .say('alice', 'station', 'a')
      .say('alice', 'station', 'b');
    expect(
      find(judge('half-duplex', onlyOf('station', barged)), expected('half-duplex')),
    ).toEqual({
      ok: false,
      line: "verdict: half-duplex · NOT KEPT · the other end was heard at 6, the turn was the station's since 4",
    });
  });

  it('asks for the exact time where there is a clock that can tell, else for not less', () => {
    const verdict = judge('half-duplex', takingTurns().events);
    const took = (ms: number, atLeast: boolean) =>
      find(verdict, expected('half-duplex', 'shown', { ms }), atLeast).ok;
    expect([10, 11, 12].map(ms => took(ms, false))).toEqual([false, true, false]);
    expect([10, 11, 12].map(ms => took(ms, true))).toEqual([true, true, false]);
  });

  it('names three crossings at most', () => {
    const run = new Run().connect('alice', 'bob');
    const there = ['a', 'b'].map(text => run.send('alice', 'bob', text));
    const back = ['c', 'd'].map(text => run.send('bob', 'alice', text));
    for (const flight of [...there, ...back]) run.hear(flight);
    expect(report(judge('full-duplex', run.events))).toBe(
      'verdict: full-duplex · ok · 4 messages · 4 crossings (3 ╳ 5, 3 ╳ 6, 4 ╳ 5, …)',
    );
  });
});
