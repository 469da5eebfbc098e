import { describe, expect, it } from 'vitest';
import { script, type Test } from '../demos/program.ts';
import { takesLong } from '../long.ts';
import { needs } from '../needs.ts';
import { stepsOf } from './steps.ts';

interface Report {
  readonly scenes: readonly { readonly name: string; readonly outcome: string }[];
}

/** Runs the check on an answer in Python. Returns its exit code, and the outcome of each scene. */
async function checked(
  test: Test,
  mode: string,
  file: string,
  flags: readonly string[] = [],
) {
  const answer = [
    'python3',
    '-B',
    `${import.meta.dirname}/${file}`,
    '{port}',
    '{flags}',
  ];
  const args = [mode, '--json', ...flags, '--', ...answer];
  const check = script(test, 'demos/check.ts', args);
  const code = await check.ended;
  const { scenes }: Report = JSON.parse(check.out.text);
  return {
    code,
    outcomes: new Map(scenes.map(({ name, outcome }) => [name, outcome])),
  };
}

const answers = [
  ['simplex', 'simplex.py'],
  ['half-duplex', 'half_duplex_operator.py'],
  ['p2p', 'p2p.py'],
  ['p2m', 'p2m.py'],
] as const;

/** It takes 90 s, and is played only when it is named. */
const slow = 'both-wait';

describe('an answer to an exercise', () => {
  it.for(answers)(
    'passes everything that the steps name: %s',
    { timeout: 120_000 },
    async ([mode, file], test) => {
      needs(test, 'python3, 3.9 or newer');
      takesLong(test);
      const { code, outcomes } = await checked(test, mode, file);
      const named = stepsOf(mode).flatMap(({ scenes }) => scenes);
      const others = named.filter(name => outcomes.get(name) !== 'pass');
      expect(others).toEqual(mode === 'half-duplex' ? [slow] : []);
      expect(code).toBe(0);
    },
  );

  const first = ['--only', 'byte-by-byte,barge-in'];

  it('passes the first two steps of half-duplex', async test => {
    needs(test, 'python3, 3.9 or newer');
    const { code, outcomes } = await checked(
      test,
      'half-duplex',
      'half_duplex.py',
      first,
    );
    expect([...outcomes.values(), code]).toEqual(['pass', 'pass', 0]);
  });

  it('fails the second if it reads a line, answers, and reads the next', async test => {
    needs(test, 'python3, 3.9 or newer');
    takesLong(test);
    const { code, outcomes } = await checked(test, 'half-duplex', 'naive.py', first);
    expect([...outcomes.values(), code]).toEqual(['pass', 'fail', 1]);
  });
});
