import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toJsonLines } from '../../lib/trace/jsonl.ts';
import { takesLong } from '../long.ts';
import { filesOf } from '../trace/finding.ts';
import { answered, eager, oneWay, question } from '../trace/runs.ts';
import { Run } from '../view/run.ts';
import { recordFile, script, type Test } from './program.ts';

/** The records that the two ends of a run kept, each with numbers of its own. */
function apart(test: Test, run: Run): readonly [string, string] {
  const [one = '', other = ''] = filesOf(run).map(({ events }) =>
    fileOf(test, toJsonLines(events)),
  );
  return [one, other];
}

function fileOf(test: Test, content: string | Uint8Array): string {
  const file = recordFile(test, 'jsonl');
  writeFileSync(file, content);
  return file;
}

async function verdict(test: Test, ...args: string[]) {
  const judged = script(test, 'demos/verdict.ts', args);
  const code = await judged.ended;
  return { code, out: judged.out.text, err: judged.err.text };
}

describe.concurrent('npm run verdict', () => {
  it('ends with 0 if the run kept its mode, and names the rule that is not ours', async test => {
    const files = apart(test, answered());
    expect(await verdict(test, 'half-duplex', ...files)).toMatchObject({
      code: 0,
      out: 'verdict: half-duplex · kept · 2 heard in 2 turns · 0 crossings\n',
    });
    expect(
      await verdict(test, 'half-duplex', ...files, '--turns', 'free'),
    ).toMatchObject({
      code: 0,
      out: 'verdict: half-duplex by free turns · kept · 2 heard in 2 turns · 0 crossings\n',
    });
  });

  it('ends with 1 if the run violated its mode, and names the records', async test => {
    const found = await verdict(test, 'half-duplex', ...apart(test, eager()));
    expect(found.code).toBe(1);
    expect(found.out).toMatch(/VIOLATED · alice spoke at alice 3, .* · 3 heard/);
  });

  it('ends quietly with the same code when nobody reads on', async test => {
    const files = apart(test, eager());
    const args = ['half-duplex', ...files, '--draw'];
    const judged = script(test, 'demos/verdict.ts', args);
    judged.child.stdout?.destroy();
    expect(await judged.ended).toBe(1);
    expect(judged.err.text).toBe('');
  });

  it('draws the joined records, here and in a file, each end with its own numbers', async test => {
    const files = apart(test, answered());
    const picture = recordFile(test, 'svg');
    const args = ['--draw', '--trace', picture];
    const { code, out } = await verdict(test, 'half-duplex', ...files, ...args);
    expect(code).toBe(0);
    expect(out.split('\n').at(-2)).toMatch(/^verdict: half-duplex · kept/);
    expect(out).toMatch(
      /^2 alice says: .*\n2 .*station hears from alice: .*said at 2/m,
    );
    expect(readFileSync(picture, 'utf8')).toMatch(/^<svg [\s\S]*station[\s\S]*<\/svg>/);
  });

  it('judges the joined record that it has written', async test => {
    takesLong(test);
    const file = recordFile(test, 'jsonl');
    const args = [...apart(test, eager()), '--trace', file];
    const { code } = await verdict(test, 'half-duplex', ...args);
    expect(code).toBe(1);
    expect((await verdict(test, 'half-duplex', file)).out).toContain('· VIOLATED ·');
  });

  it('ends with 3 if the verdict is undecided, and says what is missing', async test => {
    const [caller] = apart(test, question());
    expect(await verdict(test, 'half-duplex', caller)).toMatchObject({
      code: 3,
      out: "verdict: half-duplex · undecided: only alice's record is here; add the other end's\n",
    });
  });

  it('says that records share no link', async test => {
    takesLong(test);
    const [one] = apart(test, answered());
    const [other] = apart(test, new Run().connect('carol', 'dave'));
    expect(await verdict(test, 'half-duplex', one, other)).toMatchObject({
      code: 3,
      out: 'verdict: half-duplex · undecided: these records share no link; give those of one run, whose ends talked directly, not through npm run tap\n',
    });
  });

  it('refuses the records of two runs, each of which it would judge', async test => {
    const one = apart(test, answered());
    const other = apart(
      test,
      new Run()
        .connect('carol', 'dave')
        .say('carol', 'dave', 'Hi')
        .say('dave', 'carol', 'HI'),
    );
    expect(await verdict(test, 'half-duplex', ...one, ...other)).toMatchObject({
      code: 2,
      out: '',
      err: 'verdict: cannot judge: these records are of 2 runs that share no link (run.jsonl and run.jsonl; run.jsonl and run.jsonl): judge each run alone\n',
    });
    expect((await verdict(test, 'half-duplex', ...other)).code).toBe(0);
  });

  it('asks for the end that may speak', async test => {
    takesLong(test);
    const files = apart(test, oneWay());
    expect((await verdict(test, 'simplex', ...files)).code).toBe(0);
    expect((await verdict(test, 'simplex', ...files, '--from', 'receiver')).code).toBe(
      1,
    );
    expect(await verdict(test, 'simplex', ...files, '--from', 'bob')).toMatchObject({
      code: 2,
      err: 'verdict: cannot judge: no record is from "bob": there are sender, receiver\n',
    });
  });

  const event = { n: 1, at: 0, end: 'a', link: 'l', what: 'opened', by: 'self' };
  const lineOf = (changed: object) => `${JSON.stringify({ ...event, ...changed })}\n`;
  it.for<[string, string | Uint8Array, RegExp]>([
    [
      'binary noise',
      Uint8Array.of(0, 255, 27, 91, 50, 74, 10),
      /expected an event as JSON/,
    ],
    ['a missing field', '{"n":1,"at":0}\n', /line 1: expected "end" to be a name/],
    ['no object', '[]\nnull\n', /line 1: expected "n" to be a whole number/],
    ['a huge number', lineOf({ n: 1e300 }), /expected "n" to be a whole number/],
    [
      'numbers that go back',
      lineOf({ n: 2 }) + lineOf({ n: 1, what: 'ended' }),
      /number 1 comes after 2/,
    ],
    [
      'a line without an end',
      'x'.repeat(2_300_000),
      /a line of over 2,200,000 characters/,
    ],
  ])('refuses %s in one clean line', async ([, content, why], test) => {
    takesLong(test);
    const { code, out, err } = await verdict(test, 'simplex', fileOf(test, content));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(why);
    expect(err).toMatch(/^verdict: cannot judge: [^\p{Cc}]*\n$/u);
  });

  it('takes names for names, whatever they are', async test => {
    takesLong(test);
    const names = ['__proto__', 'constructor', '\u001b[2J'];
    const files = names.map(end =>
      fileOf(test, lineOf({ end, link: `to ${end}`, toString: 1 })),
    );
    const { code, out } = await verdict(test, 'full-duplex', ...files);
    expect(code).toBe(3);
    expect(out).toMatch(/^verdict: full-duplex · undecided: [^\p{Cc}]*\n$/u);
  });

  it('reads a record that begins with a byte order mark', async test => {
    takesLong(test);
    const file = fileOf(test, `\ufeff${lineOf({})}`);
    expect((await verdict(test, 'simplex', file)).code).toBe(3);
  });

  it.for([
    [['half-duplx', 'x.jsonl'], /no mode "half-duplx": did you mean half-duplex\?/],
    [
      ['simplex'],
      /^verdict: expected MODE FILE.*, such as .* half-duplex alice.jsonl station.jsonl$/m,
    ],
    [
      ['simplex', 'x.jsonl', '--turns', 'loose'],
      /--turns must be strict or free, found "loose"/,
    ],
    [
      ['simplex', 'x.jsonl', '--xyzzy'],
      /unknown flag --xyzzy: there are --turns, --from, --draw, --plain, --ascii, --trace, --help/,
    ],
    [['simplex', '/no/such.jsonl'], /cannot read \/no\/such.jsonl \(ENOENT\)/],
    [['simplex', '/'], /cannot read \/: it is a folder, not a file/],
  ] as const)('refuses %j', async ([args, why], test) => {
    takesLong(test);
    const { code, err } = await verdict(test, ...args);
    expect(code).toBe(2);
    expect(err).toMatch(why);
  });
});
