import { describe, expect, it } from 'vitest';
import type { CountName } from '../../lib/trace/count-names.ts';
import type { TraceEvent } from '../../lib/trace/event.ts';
import type { Mode } from '../../lib/trace/rules/index.ts';
import { judge } from '../../lib/trace/verdict.ts';
import { type Expectation, find, report } from '../../lib/trace/verdict-line.ts';
import { Run } from '../view/run.ts';
import { bothAtOnce, takingTurns } from '../view/scenes.ts';
import { call, eager, onlyOf } from './runs.ts';

const expected = (
  mode: Mode,
  result: Expectation['result'] = mode === 'full-duplex' ? 'shown' : 'kept',
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
  const run = new Run().connect('sender', 'receiver');
  for (const name of ['Michael', 'Tracy', 'Sarah']) run.say('sender', 'receiver', name);
  return run.end('sender', 'receiver');
}

const canned = () => names().say('receiver', 'sender', 'Hello!');

describe('the last line of a scene', () => {
  it.each<[string, Expectation, TraceEvent[]]>([
    [
      'verdict: simplex · ok · 3 messages one way (20 bytes) · 0 bytes the other way',
      expected('simplex', 'kept', { messages: 3, bytes: 20, 'bytes back': 0 }),
      names().events,
    ],
    [
      'verdict: half-duplex · ok · 4 heard in 4 turns · 0 crossings · 1 not heard (5 rejected)',
      expected('half-duplex', 'kept', {
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
      "verdict: not half-duplex · as expected · alice spoke at 5, the turn was the station's since 4 · 3 heard in 2 turns · 1 crossing",
      expected('half-duplex', 'violated', { heard: 3 }),
      eager().events,
    ],
    [
      'verdict: not simplex · as expected · the receiver spoke at 11 · 3 messages one way (20 bytes) · 1 the other way',
      expected('simplex', 'violated'),
      canned().events,
    ],
    [
      'verdict: undecided half-duplex · as expected · no message was heard · 0 heard in 0 turns · 0 crossings',
      expected('half-duplex', 'undecided'),
      new Run().connect('alice', 'station').events,
    ],
    [
      'verdict: half-duplex · ok · 4 heard in 4 turns · 0 crossings · 1 not heard (5 rejected) · 11 ms',
      expected('half-duplex', 'kept', { ms: 11 }),
      takingTurns().events,
    ],
  ])('is ok: %s', (line, expectation, events) => {
    const verdict = judge(expectation.mode, events, { traffic: bytes(20, 0) });
    expect(find(verdict, expectation)).toEqual({
      ok: true,
      line,
    });
  });

  it.each<[string, Expectation, TraceEvent[]]>([
    [
      "verdict: half-duplex · VIOLATED · alice spoke at 5, the turn was the station's since 4",
      expected('half-duplex'),
      eager().events,
    ],
    [
      "verdict: undecided half-duplex · VIOLATED · alice spoke at 5, the turn was the station's since 4",
      expected('half-duplex', 'undecided'),
      eager().events,
    ],
    [
      'verdict: simplex · VIOLATED · the receiver spoke at 11',
      expected('simplex'),
      canned().events,
    ],
    [
      'verdict: not simplex · NO VIOLATION (one was expected) · 3 messages one way (20 bytes) · 0 bytes the other way',
      expected('simplex', 'violated'),
      names().events,
    ],
    [
      'verdict: full-duplex · UNDECIDED: no two messages crossed: full-duplex allows that, and this run did not do it · 4 messages · 0 crossings · 1 not heard (5 rejected)',
      expected('full-duplex'),
      takingTurns().events,
    ],
    [
      'verdict: undecided full-duplex · SHOWN (undecided was expected) · 2 messages · 1 crossing (3 ╳ 4)',
      expected('full-duplex', 'undecided'),
      bothAtOnce().events,
    ],
    [
      'verdict: half-duplex · NOT AS EXPECTED · 4 heard, the scene expects 5 · 1 not heard, the scene expects 0',
      expected('half-duplex', 'kept', { heard: 5, turns: 4, 'not heard': 0 }),
      takingTurns().events,
    ],
    [
      'verdict: not half-duplex · NOT AS EXPECTED · 1 crossings, the scene expects 2',
      expected('half-duplex', 'violated', { crossings: 2 }),
      eager().events,
    ],
  ])('is not ok: %s', (line, expectation, events) => {
    const verdict = judge(expectation.mode, events, { traffic: bytes(20, 0) });
    expect(find(verdict, expectation)).toEqual({
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
      line: "verdict: half-duplex · VIOLATED · the other end was heard at 6, the turn was the station's since 4",
    });
  });

  it('asks for the exact time where there is a clock that can tell, else for not less', () => {
    const verdict = judge('half-duplex', takingTurns().events);
    const took = (ms: number, atLeast: boolean) =>
      find(verdict, expected('half-duplex', 'kept', { ms }), atLeast).ok;
    expect([10, 11, 12].map(ms => took(ms, false))).toEqual([false, true, false]);
    expect([10, 11, 12].map(ms => took(ms, true))).toEqual([true, true, false]);
  });

  it('names three crossings at most', () => {
    const run = new Run().connect('alice', 'bob');
    const there = ['a', 'b'].map(text => run.send('alice', 'bob', text));
    const back = ['c', 'd'].map(text => run.send('bob', 'alice', text));
    for (const flight of [...there, ...back]) run.hear(flight);
    expect(report(judge('full-duplex', run.events))).toBe(
      'verdict: full-duplex · shown · 4 messages · 4 crossings (3 ╳ 5, 3 ╳ 6, 4 ╳ 5, …)',
    );
  });
});
