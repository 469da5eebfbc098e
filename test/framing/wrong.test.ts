import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { properties } from './properties.ts';
import { crlfSubject, netstringSubject } from './subjects.ts';
import { wrongs } from './wrong.ts';
import { finding } from './wrong-framings.ts';

/** Some faults are rare. A property ends where it convicts, so a large number of runs costs little. */
const manyRuns = '5';

describe('a property', () => {
  const usual = process.env.FRAMING_RUNS;
  beforeAll(() => {
    process.env.FRAMING_RUNS = manyRuns;
  });
  afterAll(() => {
    if (usual === undefined) delete process.env.FRAMING_RUNS;
    else process.env.FRAMING_RUNS = usual;
  });

  it.each(wrongs)('convicts a codec that $name', subject => {
    expect(() => properties[subject.convictedBy](subject)).toThrow();
  });
});

it('has a wrong codec for each property', () => {
  const able = new Set(wrongs.map(({ convictedBy }) => convictedBy));
  expect([...able].sort()).toEqual(Object.keys(properties).sort());
});

it.for([crlfSubject, netstringSubject])(
  'acquits $name if nothing is changed',
  (subject, test) => {
    takesLong(test);
    const make = (limit: number) => finding(right => right)(subject.make(limit), limit);
    for (const property of Object.values(properties)) property({ ...subject, make });
  },
);
