import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../lib/trace/event.ts';
import type { Mode } from '../../lib/trace/rules/index.ts';
import { judge } from '../../lib/trace/verdict.ts';
import { report } from '../../lib/trace/verdict-line.ts';
import { Run } from '../view/run.ts';
import { takingTurns } from '../view/scenes.ts';
import { call, eager, onlyOf } from './runs.ts';

/** Adds the two bytes that this end has taken off its only link. */
function withChunk(
  events: readonly TraceEvent[],
  by: TraceEvent['by'] = 'peer',
): TraceEvent[] {
  const [first] = events;
  if (first === undefined) throw new Error('no events');
  return [...events, { ...first, what: 'chunk', by, n: 0, size: 2 }];
}

describe('the line for a record that no scene explains', () => {
  it.each<[Mode, string, TraceEvent[]]>([
    [
      'half-duplex',
      'half-duplex · kept · 4 heard in 4 turns · 0 crossings · 1 not heard (5 rejected)',
      takingTurns().events,
    ],
    [
      'half-duplex',
      "half-duplex · VIOLATED · alice spoke at 5, the turn was the station's since 4 · 3 heard in 2 turns · 1 crossing",
      eager().events,
    ],
    [
      'full-duplex',
      'full-duplex · undecided: no two messages crossed: full-duplex allows that, and this run did not do it · 4 messages · 0 crossings · 1 not heard (5 rejected)',
      takingTurns().events,
    ],
    [
      'half-duplex',
      "half-duplex · undecided: only the station's record is here; add the other end's · 1 not heard (6 rejected)",
      onlyOf('station', takingTurns()),
    ],
    [
      'half-duplex',
      "half-duplex · undecided: only the station's record is here; add the other end's",
      onlyOf('station', call()),
    ],
    [
      'simplex',
      'simplex · kept · 1 message one way · none the other way',
      new Run().connect('a', 'b').say('a', 'b', 'x').events,
    ],
    [
      'simplex',
      'simplex · kept · 1 message one way (2 bytes) · 0 bytes the other way',
      withChunk(onlyOf('b', new Run().connect('a', 'b').say('a', 'b', 'x'))),
    ],
    [
      'simplex',
      'simplex · undecided: b sent 2 bytes back · 1 message one way · 2 bytes the other way',
      withChunk(onlyOf('b', new Run().connect('a', 'b').say('a', 'b', 'x')), 'self'),
    ],
  ])('%s: verdict: %s', (mode, line, events) => {
    expect(report(judge(mode, events))).toBe(`verdict: ${line}`);
  });
});
