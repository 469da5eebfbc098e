import { describe, it } from 'vitest';
import { takesLong, withLong } from '../long.ts';
import { properties } from './properties.ts';
import type { Subject } from './subject.ts';
import { subjects } from './subjects.ts';

/** Formats that differ from another one in a number, and layers over a second and a third format. */
const alike = /^length of [24], |^(?!lines).*, checksummed$|^text over (?!lines)/;

/** Each of its short streams is cut in every way. */
const withFewer = (subject: Subject): Subject =>
  withLong ? subject : { ...subject, short: subject.short.slice(0, 2) };

describe.each(subjects)('$name', subject => {
  it.for(Object.entries(properties))('%s', ([, property], test) => {
    if (alike.test(subject.name)) takesLong(test);
    property(withFewer(subject));
  });
});
