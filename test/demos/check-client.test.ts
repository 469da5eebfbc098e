import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { start } from '../start.ts';
import { script, type Test } from './program.ts';

const check = (test: Test, words: readonly string[]) =>
  script(test, 'demos/check.ts', words);

describe('npm run check -- client', () => {
  it.for(['simplex', 'half-duplex', 'p2p', 'p2m'])(
    'passes our own client of %s',
    async (mode, test) => {
      takesLong(test);
      const client = [
        ...start('demos/run.ts').args,
        mode,
        'client',
        '--port',
        '{port}',
      ];
      const words = ['client', mode, '--', process.execPath, ...client];
      const checked = check(test, words);
      expect(await checked.ended).toBe(0);
      expect(checked.out.text).toMatch(/^check: [23] passed, 0 failed, 0 skipped/m);
    },
  );

  it('prints one JSON object with --json, and fails with 1', async test => {
    takesLong(test);
    const file = resolve('test/check/programs/client.mjs');
    const words = ['client', 'half-duplex', '--only', 'two-at-once', '--json'];
    const command = ['--', process.execPath, file, '{port}', 'right'];
    const checked = check(test, [...words, ...command]);
    expect(await checked.ended).toBe(1);
    expect(JSON.parse(checked.out.text)).toMatchObject({
      mode: 'half-duplex',
      client: expect.stringContaining('client.mjs'),
      failed: 1,
      scenes: [{ name: 'two-at-once', failure: { bytes: '4f6e650a54776f0a' } }],
    });
  });

  it.for<[words: string, says: RegExp]>([
    ['client', /expected .*check -- client MODE/],
    ['client udp', /no client of "udp": /],
    ['client p2m -- client.py', /expected a command with \{port\} in it/],
    ['client p2m --only whom', /no scene "whom"/],
    ['client p2m -- no-such-command {port}', /cannot start "no-such-command"/],
  ])('refuses "%s"', async ([words, says], test) => {
    if (words !== 'client') takesLong(test);
    const refused = check(test, words.split(' '));
    expect(await refused.ended).toBe(2);
    expect(refused.err.text).toMatch(says);
  });
});
