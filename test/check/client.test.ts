import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clientScripts } from '../../demos/client-scripts.ts';
import type { SceneResult } from '../../lib/check/result.ts';
import { checkClient } from '../../lib/terminal/check/client/started-client.ts';
import { takesLong, withLong } from '../long.ts';
import { needs } from '../needs.ts';

const program = (kind: string): string[] => [
  process.execPath,
  resolve('test/check/programs/client.mjs'),
  '{port}',
  kind,
];

/** Plays one script with a client, which has three seconds for each thing that it must do. */
async function checked(
  mode: string,
  name: string,
  command: readonly string[],
): Promise<SceneResult> {
  const script = clientScripts[mode]?.find(one => one.name === name);
  if (script === undefined) throw new Error(`no script ${mode}/${name}`);
  return await checkClient(script, command, 3_000);
}

describe.concurrent('a client that is right', () => {
  it.for([
    ['simplex', 'all-lines', 'only sends'],
    ['half-duplex', 'two-at-once', 'takes turns'],
    ['half-duplex', 'last-answer', 'takes turns'],
    ['half-duplex', 'refused', 'takes turns'],
    ['p2p', 'while-waiting', 'right'],
    ['p2m', 'name-first', 'right'],
    ['p2m', 'goodbye', 'right'],
  ] as const)('passes %s/%s', async ([mode, name, kind], test) => {
    if (mode === 'half-duplex' || name === 'goodbye') takesLong(test);
    expect(await checked(mode, name, program(kind))).toMatchObject({ outcome: 'pass' });
  });

  it('may be the Python client of docs/check.md', async test => {
    needs(test, 'python3, 3.9 or newer');
    const command = ['python3', 'examples/check/client.py', '{port}'];
    const scripts = clientScripts.p2m ?? [];
    for (const { name } of withLong ? scripts : scripts.slice(0, 1))
      expect(await checked('p2m', name, command)).toMatchObject({ outcome: 'pass' });
  });
});

/** Others are convicted by the same, or take a second. The client that forgets LF is played below, too. */
const enough = new Set(['forgets LF', 'sleeps for its turn', 'connects for each line']);

describe.concurrent('a client that is wrong', () => {
  it.for<[kind: string, mode: string, name: string, problem: RegExp]>([
    ['never ends', 'simplex', 'all-lines', /the client to end, but it still runs/],
    ['never ends', 'p2m', 'goodbye', /the client to end, but it still runs/],
    ['right', 'half-duplex', 'two-at-once', /send nothing yet, but "Two" came/],
    ['drops the answer', 'half-duplex', 'last-answer', /show "LAST", but/],
    ['right', 'simplex', 'all-lines', /send "(?:One|Größe 2)", but/],
    ['forgets LF', 'p2m', 'name-first', /"ana", but "ana" came without LF/],
    ['keeps its name', 'p2p', 'name-first', /"ana", but nothing came within 3 s/],
    [
      'sleeps for its turn',
      'half-duplex',
      'two-at-once',
      /nothing yet, but "Two" came/,
    ],
    [
      'talks after /quit',
      'p2m',
      'name-first',
      /nothing after "\/quit", but "and more"/,
    ],
    [
      'connects for each line',
      'p2m',
      'name-first',
      /connect once, but it connected again/,
    ],
    ['does not read while it waits', 'p2p', 'while-waiting', /show "Are you/],
  ])('is convicted: %s, in %s/%s', async ([kind, mode, name, problem], test) => {
    if (name === 'goodbye' || mode === 'p2p' || enough.has(kind)) takesLong(test);
    const { outcome, failure } = await checked(mode, name, program(kind));
    expect(outcome).toBe('fail');
    expect(failure?.problem).toMatch(problem);
  });

  it('is shown with what it sent', async () => {
    const { failure } = await checked('p2m', 'name-first', program('forgets LF'));
    expect(new TextDecoder().decode(failure?.bytes)).toBe('ana');
    expect(failure?.story).toEqual([
      'the client connects',
      'the server says: * Your name?',
      'typed: ana',
    ]);
    expect(failure?.hint).toMatch(/End each message with LF/);
  });

  it('is named with the way out, if its command is in quotes', async () => {
    const command = ['no-such-command client.py {port}'];
    await expect(checked('simplex', 'all-lines', command)).rejects.toThrow(
      /"no-such-command client\.py \d+" \(ENOENT\): write the command without quotes/,
    );
  });

  it('is shown with how it ended, if it never connects', async () => {
    const command = [process.execPath, '--eval', 'process.exit(3)', '{port}'];
    const { failure } = await checked('simplex', 'all-lines', command);
    expect(failure?.problem).toMatch(
      /to connect, but the client has ended \(exit code 3\)/,
    );
    expect(failure?.hint).toMatch(/^Connect to 127\.0\.0\.1, at the port/);
  });
});
