import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { needs, type Skippable } from '../needs.ts';
import { example, type Program, recordFile, script, type Test } from './program.ts';

const python = 'python3, 3.9 or newer';
const kept = 'verdict: half-duplex · kept · 6 heard in 6 turns · 0 crossings\n';

const verdict = (test: Test, ...files: string[]): Program =>
  script(test, 'demos/verdict.ts', ['half-duplex', ...files]);

/** The records of two programs that talked. */
async function records(
  test: Test & Skippable,
  [, command, caller]: readonly [language: string, command: string, file: string],
  ...flags: string[]
): Promise<[caller: string, station: string]> {
  needs(test, python);
  const files = [recordFile(test, 'jsonl'), recordFile(test, 'jsonl')] as const;
  const called = example(test, 'python3', 'station.py', files[1], ...flags);
  const [, port = ''] = await called.out.until(/^listening on 127\.0\.0\.1:(\d+)\n/m);
  const calling = example(test, command, caller, port, files[0]);
  expect(await calling.ended).toBe(0);
  expect(await called.ended).toBe(0);
  return [...files];
}

describe('programs of your own that keep records', () => {
  const callers = [
    ['Python', 'python3', 'caller.py'],
    ['JavaScript', process.execPath, 'caller.mjs'],
  ] as const;

  it.for([
    ['python3', 'caller.py', 'python3 caller.py PORT RECORD'],
    ['python3', 'station.py', 'python3 station.py RECORD [--eager]'],
    [process.execPath, 'caller.mjs', 'node caller.mjs PORT RECORD'],
  ] as const)('%s %s without arguments says how it is used', async (of, test) => {
    takesLong(test);
    const [command, file, usage] = of;
    if (command === 'python3') needs(test, python);
    const { err, ended } = example(test, command, file);
    expect(await ended).toBe(2);
    expect(err.text).toBe(`usage: ${usage}\n`);
  });

  it.for(callers)(
    'a caller that takes turns has kept half-duplex: %s',
    async (caller, test) => {
      if (caller !== callers[0]) takesLong(test);
      const { out, ended } = verdict(test, ...(await records(test, caller)));
      expect(await ended).toBe(0);
      expect(out.text).toBe(kept);
    },
  );

  it.for(callers)('a station that greets has violated it: %s', async (caller, test) => {
    takesLong(test);
    const { out, ended } = verdict(test, ...(await records(test, caller, '--eager')));
    expect(await ended).toBe(1);
    expect(out.text).toMatch(
      /^verdict: half-duplex · VIOLATED · the station spoke at station 2\b/,
    );
  });

  it('one record of the two is not enough', async test => {
    takesLong(test);
    const [caller] = await records(test, callers[0]);
    const { out, ended } = verdict(test, caller);
    expect(await ended).toBe(3);
    expect(out.text).toMatch(
      /^verdict: half-duplex · undecided: only the caller's record is here/,
    );
  });

  it('the page shows the line that they get', () => {
    expect(readFileSync('docs/record.md', 'utf8')).toContain(`\n${kept}`);
  });
});
