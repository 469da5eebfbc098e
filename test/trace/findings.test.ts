import { describe, expect, it } from 'vitest';
import { findingsOfModes } from './findings-of-modes.ts';
import { findingsOfRecords } from './findings-of-records.ts';
import { ofLibrary } from './reference/answers.ts';
import { refer } from './reference/judge.ts';

const cases = [...findingsOfRecords, ...findingsOfModes].flatMap(
  ({ name, files, right }) =>
    right.map(([mode, answer, rules = {}]) => ({
      name,
      files,
      mode,
      answer,
      rules,
      turns: rules.turns ?? '',
    })),
);

describe('what was once judged wrongly', () => {
  it.each(cases)('$name: $mode $turns is $answer', ({ files, mode, rules, answer }) => {
    expect(ofLibrary(mode, files, rules), 'the library').toBe(answer);
    expect(refer(files)(mode, rules), 'the reference').toBe(answer);
  });
});
