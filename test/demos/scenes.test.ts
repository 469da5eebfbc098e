import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { demo, recordFile, script, type Test } from './program.ts';

const openings = [
  [
    'simplex',
    'verdict: simplex · ok · 3 messages one way (20 bytes) · 0 bytes the other way',
  ],
  [
    'half-duplex',
    'verdict: half-duplex · ok · 4 heard in 4 turns · 0 crossings · 1 not heard (5 rejected)',
  ],
] as const;

const scenes = (name: string): number => readdirSync(`demos/${name}/scenes`).length;

const verdicts = (text: string): string[] =>
  text.split('\n').filter(line => line.startsWith('verdict: '));

describe.concurrent('the scenes of a demo', () => {
  it.for(openings)(
    '%s plays its opening scene and proves it',
    async ([name, line], test) => {
      takesLong(test);
      // Scripts look for this line: in a pipe it is the same in every locale.
      const played = demo(test, name, '', { env: { LANG: 'C' } });
      expect(await played.ended).toBe(0);
      expect(verdicts(played.out.text)).toEqual([line]);
      expect(played.err.text).toBe('');
    },
  );

  it.for(openings)(
    '%s plays all its scenes, and every verdict is ok',
    async ([name], test) => {
      if (name === 'half-duplex') takesLong(test);
      const played = demo(test, name, '--all');
      expect(await played.ended).toBe(0);
      const found = verdicts(played.out.text);
      expect(found).toHaveLength(scenes(name));
      for (const line of found) expect(line).toMatch(/ · (ok|as expected) · /);
      expect(played.out.text.trimEnd().split('\n').at(-1)).toBe(found.at(-1));
    },
  );

  it('say that a link which loses something is not the one they are written for', async test => {
    takesLong(test);
    const played = demo(test, 'simplex', '--reset 20');
    expect(await played.ended).toBe(1);
    expect(played.err.text).toMatch(
      /only "\* sender is gone without an end" came \(it is written for a link without --reset\)\n$/,
    );
  });

  it('are all ASCII with --ascii, to the end', async test => {
    takesLong(test);
    const played = demo(test, 'p2m', '--ascii');
    expect(await played.ended).toBe(0);
    expect(verdicts(played.out.text)).toEqual([
      'verdict: full-duplex - ok - 3 in, 6 out - 1 crossing (31 X 32) - one order',
    ]);
    expect(played.out.text).toMatch(/^[\n -~]+$/);
    // One who is alone in a room has nobody to talk to.
    expect(played.out.text).toMatch(/ -- client {4}in two more terminals\n$/);
  });

  it('lists them', async test => {
    takesLong(test);
    const listed = demo(test, 'simplex', '--list');
    expect(await listed.ended).toBe(0);
    expect(listed.out.text.split('\n')).toHaveLength(scenes('simplex') + 2);
    expect(listed.out.text).toMatch(/^ {2}one-way {10}One way\n/);
    expect(listed.out.text).toContain('npm run demo:simplex -- --scene NAME\n');
  });

  it('ends with 1 where the verdict is not as expected', async test => {
    takesLong(test);
    const played = wrong(test);
    expect(await played.ended).toBe(1);
    expect(verdicts(played.out.text)).toEqual([
      'verdict: not simplex · NO VIOLATION (one was expected) · 1 message one way (8 bytes) · 0 bytes the other way',
    ]);
    expect(played.err.text).toBe('');
  });

  it('ends with 1 and one line where a scene does not go as written', async test => {
    takesLong(test);
    const played = wrong(test, '--scene', 'astray');
    expect(await played.ended).toBe(1);
    expect(played.err.text).toBe(
      'demo:wrong: test/demos/fixture/scenes/2-astray.scene:6: expected receiver to hear "Tracy", but "Michael" came\n',
    );
  });

  it('go on without the one that cannot be played, and name its mistake in a line', async test => {
    const played = wrong(test, '--all');
    expect(await played.ended).toBe(1);
    expect(played.out.text).toContain('scene 5 of 5: A scene without a number');
    expect(verdicts(played.out.text).at(-1)).toContain('verdict: simplex · ok');
    const folder = 'demo:wrong: test/demos/fixture/scenes/';
    const complaints = played.err.text.trimEnd().split('\n');
    expect(complaints).toEqual([
      expect.stringContaining(`${folder}2-astray.scene:6: expected receiver`),
      expect.stringContaining(`${folder}3-unreadable.scene:4: expected a verb`),
      `${folder}4-no-such-flag.scene: in "server:", unknown flag --max-massage: did you mean --max-message?`,
    ]);
  });

  it('can be a file of your own, anywhere', async test => {
    takesLong(test);
    const file = recordFile(test, 'scene');
    writeFileSync(file, own);
    const played = demo(test, 'simplex', `--scene ${file}`);
    expect(await played.ended).toBe(0);
    expect(played.out.text).toMatch(/^demo:simplex {3}scene run: My own \(/);
    expect(verdicts(played.out.text)).toHaveLength(1);
    const wrong = demo(test, 'half-duplex', `--scene ${file}`);
    expect(await wrong.ended).toBe(1);
    expect(wrong.err.text).toMatch(/^demo:half-duplex: [^\n]*run\.scene:6: [^\n]+\n$/);
  });

  it.for(['jsonl', 'mmd', 'svg'])('keep their record as .%s', async (ending, test) => {
    takesLong(test);
    const file = recordFile(test, ending);
    const played = demo(test, 'simplex', `--wire --framing length --trace ${file}`);
    expect(await played.ended).toBe(0);
    expect(played.out.text).toContain('|[00 00 00 07 4d 69 63 68 61 65 6c]');
    expect(readFileSync(file, 'utf8')).toMatch(records[ending] ?? '');
    if (ending === 'jsonl') expect(eventsIn(file)).toBeGreaterThanOrEqual(12);
  });

  it('keep a record that is judged as they are, also if their links stay open', async test => {
    takesLong(test);
    const file = recordFile(test, 'jsonl');
    const played = demo(test, 'half-duplex', `--scene both-wait --trace ${file}`);
    expect(await played.ended).toBe(0);
    const judged = script(test, 'demos/verdict.ts', ['half-duplex', file]);
    expect(await judged.ended).toBe(0);
    expect(judged.out.text).toMatch(
      /^verdict: half-duplex · kept · 2 heard in 2 turns/,
    );
  });

  it('says before it plays that a record cannot be kept', async test => {
    takesLong(test);
    const played = demo(test, 'simplex', '--trace /no/such/folder/run.svg');
    expect(await played.ended).toBe(1);
    expect(played.out.text).toBe('');
    expect(played.err.text).toBe(
      'demo:simplex: cannot write the record to /no/such/folder/run.svg (ENOENT): choose another\n',
    );
  });

  it('ends quietly when nobody reads on', async test => {
    const played = demo(test, 'simplex', '--all');
    await played.out.until('\n');
    played.child.stdout?.destroy();
    expect(await played.ended).toBe(0);
    expect(played.err.text).toBe('');
  });

  const colour = '\u001b[';
  it.for([
    ['some with FORCE_COLOR', '', { FORCE_COLOR: '1' }, true],
    ['none with NO_COLOR', '', { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['none with --plain', '--plain', { FORCE_COLOR: '1' }, false],
  ] as const)('has colours: %s', async ([, flags, env, expected], test) => {
    takesLong(test);
    const played = demo(test, 'simplex', flags, { env });
    expect(await played.ended).toBe(0);
    expect(played.out.text.includes(colour)).toBe(expected);
  });
});

const own = `title: My own
mode: simplex

zoë connects
zoë says Hello
receiver sees Hello
verdict simplex, 1 message
`;

const wrong = (test: Test, ...args: string[]) =>
  script(test, 'test/demos/fixture/wrong.ts', args);

const records: Record<string, RegExp> = {
  jsonl: /^\{.*\}\n/,
  mmd: /sequenceDiagram/,
  svg: /^<svg/,
};

function eventsIn(file: string): number {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  for (const line of lines) expect(JSON.parse(line)).toBeTypeOf('object');
  return lines.length;
}
