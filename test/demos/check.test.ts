import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { needs } from '../needs.ts';
import { start } from '../start.ts';
import { type Options, type Program, script, type Test } from './program.ts';

const check = (test: Test, words: readonly string[], options?: Options): Program =>
  script(test, 'demos/check.ts', words, options);

const ours = (mode: string, ...flags: string[]): string[] => [
  '--',
  process.execPath,
  ...start('demos/run.ts').args,
  ...[mode, 'server', '--port', '{port}', ...flags],
];

/** A station that misbehaves as a program; and the processes that were it. */
function station(test: Test, kind: string) {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  test.onTestFinished(() => rmSync(folder, { recursive: true }));
  const pids = join(folder, 'pids');
  const file = resolve('test/check/programs/station.mjs');
  return {
    command: ['--', process.execPath, file, '{port}', pids, kind],
    get pids(): number[] {
      return readFileSync(pids, 'utf8').split('\n').filter(Boolean).map(Number);
    },
  };
}

/** A process that was killed is there until its parent, or the system, has taken notice. */
const later = { timeout: 10_000 };

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function passes(checked: ReturnType<typeof check>): Promise<void> {
  const code = await checked.ended;
  expect(checked.out.text).toMatch(/^check: \d+ passed, 0 failed/m);
  expect(code).toBe(0);
}

describe('npm run check', () => {
  it('passes our own room', async test => {
    takesLong(test);
    await passes(check(test, ['p2m', ...ours('p2m')]));
  });

  it.for([['simplex'], ['half-duplex'], ['p2p'], ['websocket', '--tcp-port', '0']])(
    'passes our own server of %s',
    async ([mode = '', ...flags], test) => {
      takesLong(test);
      await passes(check(test, [mode, ...ours(mode, ...flags, '{flags}')]));
    },
  );

  it('passes our own server of udp', async test => {
    takesLong(test);
    await passes(check(test, ['udp', ...ours('udp', '{flags}')]));
  });

  // docs/check.md has the same run, and test/docs.test.ts plays it.
  it('starts a command, and shows where it does not do as the scene says', async test => {
    takesLong(test);
    const { command } = station(test, 'as it is');
    const words = ['half-duplex', '--only', 'byte-by-byte,odd-lines', ...command];
    const checked = check(test, words);
    expect(await checked.ended).toBe(1);
    expect(checked.out.text).toMatch(/^ {2}pass {2}byte-by-byte/m);
    expect(checked.out.text).toMatch(/^ {2}FAIL {2}odd-lines/m);
    expect(checked.out.text).toMatch(
      /at demos.half-duplex.scenes.12-odd-lines\.scene:\d+: /,
    );
    expect(checked.out.text).toMatch(/^ {4}problem: expected alice to hear /m);
    expect(checked.out.text).toMatch(/^check: 1 passed, 1 failed, 0 skipped · /m);
  });

  it('prints one JSON object with --json', async test => {
    const { command } = station(test, 'as it is');
    const words = [
      'half-duplex',
      '--json',
      '--only',
      'byte-by-byte,odd-lines',
      ...command,
    ];
    const checked = check(test, words);
    expect(await checked.ended).toBe(1);
    expect(JSON.parse(checked.out.text)).toMatchObject({
      mode: 'half-duplex',
      passed: 1,
      failed: 1,
      skipped: 0,
      scenes: [
        { name: 'byte-by-byte', outcome: 'pass' },
        { name: 'odd-lines', outcome: 'fail', failure: { bytes: expect.any(String) } },
      ],
    });
  });

  it('lists the scenes without a server', async test => {
    takesLong(test);
    const listed = check(test, ['half-duplex', '--list']);
    expect(await listed.ended).toBe(0);
    expect(listed.out.text).toMatch(/^ {2}taking-turns {2,}/m);
  });

  it('lists what it can play, and why not the rest', async test => {
    takesLong(test);
    const listed = check(test, ['half-duplex', '127.0.0.1:9', '--list']);
    expect(await listed.ended).toBe(0);
    expect(listed.out.text).toMatch(/skipped: it needs a server with\s+--operator/);
  });

  it.for<[words: string, says: RegExp]>([
    ['', /expected .*check -- MODE HOST:PORT/],
    ['p3m 127.0.0.1:9', /no mode "p3m": did you mean p2m\?/],
    ['half-duplex', /found nothing: .*check -- half-duplex 127\.0\.0\.1:9002, or /],
    ['p2m nowhere', /expected HOST:PORT, found "nowhere"/],
    ['p2m 127.0.0.1:9 --only whom', /no scene "whom": did you mean who\?/],
    ['p2m 127.0.0.1:9 more', /unexpected word "more"/],
    ['p2m -- python3 room.py', /expected \{port\} in the command/],
    ['p2m 127.0.0.1:9 -- room {port}', /and a command: leave out one/],
    ['p2m 127.0.0.1:1', /cannot connect to 127\.0\.0\.1:1 \(ECONNREFUSED\): start/],
    ['p2m -- no-such-command {port}', /cannot start "no-such-command" \(ENOENT\)/],
  ])('refuses "%s"', async ([words, says], test) => {
    if (words !== 'p2m 127.0.0.1:1') takesLong(test);
    const refused = check(test, words.split(' ').filter(Boolean));
    expect(await refused.ended).toBe(2);
    expect(refused.err.text).toMatch(says);
  });
});

describe('a command that misbehaves as a program', () => {
  it.for<[kind: string, code: number, says: RegExp]>([
    [
      'ends immediately',
      2,
      /the command ended \(exit code 3\) before anything listened/,
    ],
    ['dies half-way', 1, /the command has ended by itself: exit code 4/],
    ['forks', 0, /^ {2}pass {2}byte-by-byte/m],
    ['ignores SIGTERM', 0, /^ {2}pass {2}byte-by-byte/m],
    ['prints without end', 0, /^ {2}pass {2}byte-by-byte/m],
  ])(
    'is ended with all that it has started: it %s',
    async ([kind, code, says], test) => {
      if (kind !== 'forks') takesLong(test);
      // Windows has no groups of processes either.
      if (kind === 'forks') needs(test, 'signals to other programs');
      const started = station(test, kind);
      const words = ['half-duplex', '--only', 'byte-by-byte', ...started.command];
      const checked = check(test, words);
      expect(await checked.ended).toBe(code);
      expect(checked.out.text + checked.err.text).toMatch(says);
      await expect.poll(() => started.pids.filter(runs), later).toEqual([]);
    },
  );

  it.for(['SIGINT', 'SIGTERM'] as const)('is ended by %s', async (signal, test) => {
    if (signal === 'SIGTERM') takesLong(test);
    const started = station(test, 'ignores SIGTERM');
    const words = [
      'half-duplex',
      '--only',
      'both-wait,byte-by-byte',
      ...started.command,
    ];
    const checked = check(test, [...words, '{flags}']);
    await checked.out.until(/check: half-duplex/);
    while (pidsOf(started).length === 0) await new Promise(setImmediate);
    checked.signal(signal);
    expect(await checked.ended).toBe(130);
    await expect.poll(() => pidsOf(started).filter(runs), later).toEqual([]);
  });
});

function pidsOf(started: ReturnType<typeof station>): number[] {
  try {
    return started.pids;
  } catch {
    return [];
  }
}
