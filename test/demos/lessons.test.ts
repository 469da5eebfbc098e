import { describe, expect, it } from 'vitest';
import { framingCourse } from '../../demos/framing/demo.ts';
import { takesLong } from '../long.ts';
import { demo, inTerminal, script } from './program.ts';

const verdicts = (text: string): string[] =>
  text.split('\n').filter(line => line.startsWith('verdict: '));

const ansi = '\u001b[';

describe.concurrent('the lessons of framing', () => {
  it('are opened by the first, which proves itself and names the next', async test => {
    const played = demo(test, 'framing', '');
    expect(await played.ended).toBe(0);
    expect(verdicts(played.out.text)).toEqual([
      expect.stringMatching(/^verdict: framing · ok · 4 messages went in, \d+ chunks /),
    ]);
    expect(played.out.text).toContain(
      'next: npm run demo:framing -- --scene chunk-lottery',
    );
    expect(played.out.text).not.toContain(ansi);
    expect(played.err.text).toBe('');
  });

  it('are told in sentences: --plain', async test => {
    takesLong(test);
    const env = { FORCE_COLOR: '1' };
    const played = demo(test, 'framing', '--all --plain --seed 7', { env });
    expect(await played.ended).toBe(0);
    const found = verdicts(played.out.text);
    expect(found).toHaveLength(framingCourse.lessons.length);
    for (const line of found) expect(line).toMatch(/^verdict: framing · ok · /);
    expect(found[1]).toContain('(seed 7)');
    for (const drawn of [ansi, '█', '== =='])
      expect(played.out.text).not.toContain(drawn);
  });

  it('end with 1 where one claims what is not so, or cannot be played', async test => {
    const played = script(test, 'test/demos/fixture/wrong-lesson.ts', ['--all']);
    expect(await played.ended).toBe(1);
    expect(verdicts(played.out.text)).toEqual([
      'verdict: wrong · CLAIM FAILED · 1 is not 2',
    ]);
    expect(played.err.text).toBe('demo:wrong: cannot play "two": no link\n');
  });

  it('show how to borrow the library', async test => {
    const borrowed = script(test, 'demos/framing/borrow.ts', [], { input: 'open' });
    borrowed.type('Tea?\nMilk');
    borrowed.endInput();
    expect(await borrowed.ended).toBe(1);
    expect(borrowed.out.text).toBe('4 Tea?\n');
    expect(borrowed.err.text).toMatch(
      /^borrow: Cannot read frame at byte 5: [^\n]+\n$/,
    );
  });

  it('have no server', async test => {
    takesLong(test);
    const program = demo(test, 'framing', 'server');
    expect(await program.ended).toBe(2);
    expect(program.out.text).toBe('');
    expect(program.err.text).toBe(
      'demo:framing: unknown command "server": this demo has only scenes: see --list\n',
    );
  });

  it('fit into 60 columns, in ASCII where that is wanted', async test => {
    takesLong(test);
    const played = inTerminal(test, ['framing', '--all --ascii'], 60);
    for (let lesson = 1; lesson <= framingCourse.lessons.length; lesson++) {
      await played.out.until(`scene ${lesson} of`);
      played.type('a');
    }
    await played.out.until('[exit 0, sane]');
    const rows = played.out.text.split(/\r?\n/);
    expect(rows.filter(row => row.length > 60)).toEqual([]);
    expect(played.out.text).not.toContain('█');
  });

  it('are left with q, and the terminal is as it was', async test => {
    takesLong(test);
    const played = inTerminal(test, ['framing', '--step']);
    await played.out.until('Three messages over TCP');
    played.type(' ');
    await played.out.until('How many chunks');
    played.type('q');
    await played.out.until('[exit 0, sane]');
    expect(played.out.text).not.toContain('verdict: ');
  });
});
