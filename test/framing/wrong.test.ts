import { expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { properties } from './properties.ts';
import { withManyRuns } from './subject.ts';
import { crlfSubject, netstringSubject } from './subjects.ts';
import { wrongs } from './wrong.ts';
import { finding } from './wrong-framings.ts';

it.each(wrongs)('a property convicts a codec that $name', subject => {
  const check = () => properties[subject.convictedBy](subject);
  expect(() => withManyRuns(check)).toThrow();
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
