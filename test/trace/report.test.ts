import { describe, expect, it } from 'vitest';
import { judge, type Mode, report, type TraceEvent } from '../../lib/trace/index.ts';
import { Run } from '../view/run.ts';
import { takingTurns } from '../view/scenes.ts';
import { call, eager, onlyOf } from './runs.ts';

describe('the line for a record that no scene explains', () => {
  it.each<[Mode, string, TraceEvent[]]>([
    [
      'half-duplex',
      'half-duplex · ok · 4 heard in 4 turns · 0 crossings · 1 not heard (5)',
      takingTurns().events,
    ],
    [
      'half-duplex',
      "half-duplex · NOT KEPT · alice spoke at 5, the turn was the station's since 4 · 3 heard in 2 turns · 1 crossing",
      eager().events,
    ],
    [
      'full-duplex',
      'full-duplex · kept, not shown · 4 messages · 0 crossings · 1 not heard (5)',
      takingTurns().events,
    ],
    [
      'half-duplex',
      'unproved from one end · 1 not heard (6)',
      onlyOf('station', takingTurns()),
    ],
    ['half-duplex', 'unproved from one end', onlyOf('station', call())],
    [
      'simplex',
      'simplex · ok · 1 message one way (0 bytes) · 0 bytes the other way',
      new Run().connect('a', 'b').say('a', 'b', 'x').events,
    ],
  ])('%s: verdict: %s', (mode, line, events) => {
    expect(report(judge(mode, events))).toBe(`verdict: ${line}`);
  });
});
