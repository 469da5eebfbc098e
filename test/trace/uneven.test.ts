import { expect, it } from 'vitest';
import {
  accepts,
  closes,
  connects,
  hears,
  isReset,
  resets,
  says,
  wrote,
} from './finding.ts';
import { ofLibrary } from './reference/answers.ts';
import { refer } from './reference/judge.ts';
import type { File } from './reference/line.ts';

const twoCalls = [
  wrote('alice', connects, says('a'), resets, connects, says('b'), closes),
  wrote('station', accepts, hears('a'), isReset, accepts, hears('b'), closes),
];

/** The records of two calls under one name. One end knows only the first. */
const oneKnown = (end: string): File[] =>
  twoCalls.map(file =>
    file.name === end ? { ...file, events: file.events.slice(0, 3) } : file,
  );

it.each(['alice', 'station'])(
  'simplex is undecided if %s does not know of the second call',
  end => {
    expect(ofLibrary('simplex', twoCalls)).toBe('kept');
    const files = oneKnown(end);
    expect(ofLibrary('simplex', files)).toBe('undecided');
    expect(refer(files)('simplex')).toBe('undecided');
  },
);
