import { describe, expect, it } from 'vitest';
import type { CountName } from '../../lib/trace/count-names.ts';
import type { Mode } from '../../lib/trace/rules/index.ts';
import { judge, type Verdict } from '../../lib/trace/verdict.ts';
import { find, findingOf } from '../../lib/trace/verdict-line.ts';
import type { Run } from '../view/run.ts';
import { answered, call, eager, oneWay, question } from './runs.ts';

type Counts = Partial<Record<CountName, number>>;

const compare = (
  mode: Mode,
  run: Run,
  result: Verdict['result'],
  counts: Counts = {},
  ...atLeast: boolean[]
) => {
  const all = new Map(Object.entries(counts) as [CountName, number][]);
  return find(
    judge(mode, run.events),
    { mode, result, counts: all },
    ...(atLeast as [boolean?]),
  );
};

describe('what a scene expects', () => {
  it('is the exact time, unless the clock is a real one', () => {
    const took = judge('half-duplex', answered().events).counts.elapsed;
    const isOk = (ms: number, ...atLeast: boolean[]) =>
      compare('half-duplex', answered(), 'kept', { ms }, ...atLeast).ok;
    expect([took - 1, took].map(ms => isOk(ms))).toEqual([false, true]);
    expect([took - 1, took].map(ms => isOk(ms, true))).toEqual([true, true]);
  });

  it('is the exact number of everything else, whatever the clock is', () => {
    const isOk = (heard: number) =>
      compare('half-duplex', answered(), 'kept', { heard }, true).ok;
    expect([1, 2, 3].map(isOk)).toEqual([false, true, false]);
  });

  it('is a violation, but the record cannot tell', () => {
    expect(compare('half-duplex', question(), 'violated').line).toBe(
      'verdict: not half-duplex · UNDECIDED: only alice was heard, so nobody could break a turn · 1 heard in 1 turn · 0 crossings',
    );
  });

  it('is a run that keeps its mode, and this one does not test it', () => {
    expect(compare('half-duplex', call(), 'kept').line).toBe(
      'verdict: half-duplex · UNDECIDED: no message was heard · 0 heard in 0 turns · 0 crossings',
    );
  });
});

describe('a verdict without a scene', () => {
  it.each<[Mode, Run, boolean, string]>([
    [
      'simplex',
      oneWay(),
      true,
      'verdict: simplex · kept · 1 message one way · none the other way',
    ],
    [
      'full-duplex',
      eager(),
      true,
      'verdict: full-duplex · shown · 3 messages · 1 crossing (5 ╳ 6)',
    ],
    [
      'half-duplex',
      question(),
      true,
      'verdict: half-duplex · undecided: only alice was heard, so nobody could break a turn · 1 heard in 1 turn · 0 crossings',
    ],
    [
      'half-duplex',
      eager(),
      false,
      "verdict: half-duplex · VIOLATED · alice spoke at 5, the turn was the station's since 4 · 3 heard in 2 turns · 1 crossing",
    ],
  ])('is good, unless %s is violated', (mode, run, ok, line) => {
    expect(findingOf(judge(mode, run.events))).toEqual({ ok, line });
  });
});
