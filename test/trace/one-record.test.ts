import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneRecord } from '../../lib/trace/one-record.ts';
import { filesOf } from './finding.ts';
import { ofLibrary } from './reference/answers.ts';
import { numbersAreMissing } from './reference/contradictions.ts';
import { falsified } from './reference/false-testimony.ts';
import type { File } from './reference/line.ts';
import { Tape } from './reference/tape.ts';
import { anyLies, anyRun, questionsFor } from './reference/told.ts';
import { answered } from './runs.ts';

const one = (files: readonly File[]): File => ({
  name: 'one',
  events: oneRecord(files),
});

describe('the records of one run as one record', () => {
  it('are judged as they are, except that a gap is a gap in all', () => {
    fc.assert(
      fc.property(anyRun, anyLies, ({ files }, lies) => {
        const given = falsified(files, new Tape(lies));
        for (const [mode, rules] of questionsFor(given)) {
          const answer = ofLibrary(mode, given, rules);
          const right = given.some(numbersAreMissing)
            ? [answer, 'undecided']
            : [answer];
          if (answer !== 'contradiction')
            expect(right).toContain(ofLibrary(mode, [one(given)], rules));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('have one row of numbers, and no name twice', () => {
    const files = filesOf(answered()).map(({ name, events }) => ({
      name,
      events: events.map(event => ({ ...event, end: 'peer' })),
    }));
    const events = oneRecord(files);
    expect(events.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 0, 6, 0]);
    expect(new Set(events.map(({ end }) => end))).toEqual(
      new Set(['peer', 'peer (2)']),
    );
  });

  it('have a gap if one of them has', () => {
    const files = filesOf(answered()).map(({ name, events }) => ({
      name,
      events: events.filter(({ n }) => n !== 2 || name !== 'alice'),
    }));
    expect(ofLibrary('half-duplex', [one(files)])).toBe('undecided');
  });
});
