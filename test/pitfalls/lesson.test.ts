import { describe, expect, it, vi } from 'vitest';
import { pitfallCourse } from '../../demos/pitfalls/demo.ts';
import { difference, listing } from '../../demos/pitfalls/difference.ts';
import { lessonOn } from '../../demos/pitfalls/lesson.ts';
import { hearing } from '../../demos/pitfalls/trial/expected.ts';
import { twoInOne } from '../../demos/pitfalls/two-in-one/pitfall.ts';
import { given } from '../../docs/generate/lessons.ts';
import { defaultsOf } from '../../lib/options/option.ts';
import { lessonOptions } from '../../lib/terminal/flags/options.ts';
import { playLessons } from '../../lib/terminal/play/lessons.ts';
import { plainPaint } from '../../lib/view/text/paint.ts';
import { shownIn } from '../terminal/window.ts';

it('the demo of pitfalls plays none: it says what it is, and where to start', async () => {
  const shown = shownIn(100);
  expect(await playLessons(pitfallCourse, defaultsOf(lessonOptions))).toBe(true);
  vi.unstubAllGlobals();
  expect(shown().at(0)).toMatch(/^demo:pitfalls: classic bugs/);
  expect(shown().at(-1)).toMatch(/^start with: .*demo:pitfalls -- --scene two-in-one$/);
});

describe('the lesson on a pitfall', () => {
  it.each([
    ['acquits the naive program', true, 'naive.ts passes, right.ts passes'],
    [
      'convicts the right program',
      false,
      'naive.ts is convicted, right.ts is convicted',
    ],
  ])('fails if its check %s', async (_, ok, outcome) => {
    const wrong = { ...twoInOne, check: async () => ({ ok, found: '' }) };
    const { finding } = await given(lessonOn(wrong));
    expect(finding).toEqual({ ok: false, found: `two-in-one: ${outcome}` });
  });

  it('shows the program, what changes in it, and what came of both', async () => {
    const { screen, finding } = await given(lessonOn(twoInOne));
    expect(finding.ok).toBe(true);
    const shown = screen.join('\n');
    expect(shown).toContain("    import { createServer } from 'node:net';");
    expect(shown).toContain('    - // Answers each message.');
    expect(shown).toMatch(/^naive\.ts: CLAIM FAILED · .*^right\.ts: ok · /ms);
  });
});

describe('the difference of two programs', () => {
  it.each([
    [
      ['a', 'b', 'c'],
      ['a', 'x', 'c'],
      ['  a', '- b', '+ x', '  c'],
    ],
    [[], ['a'], ['+ a']],
    [['a'], [], ['- a']],
    [
      ['a', 'b'],
      ['b', 'a'],
      ['- a', '  b', '+ a'],
    ],
  ])('of %j and %j', (before, after, lines) => {
    expect(difference(before, after)).toEqual(lines);
  });
});

describe('a listing', () => {
  const lines = ['same', "+   socket.end('Goodbye, and come back');"];
  const drawn = (textWidth?: number) =>
    listing(lines).draw({ width: 80, textWidth, ascii: false, paint: plainPaint });

  it('repeats the mark and the indent of a line in each of its rows', () => {
    expect(drawn(30)).toEqual([
      '    same',
      "    +   socket.end('Goodbye,",
      "    +   and come back');",
    ]);
  });

  it('is not folded where there is no window', () => {
    expect(drawn()).toEqual(lines.map(line => `    ${line}`));
  });
});

describe('what is heard', () => {
  it('is right only if it is just what was expected, in that order', () => {
    expect(hearing('alice', ['a', 'b'], ['a', 'b'])).toEqual({
      ok: true,
      found: 'alice hears "a", "b"',
    });
    expect(hearing('alice', ['a', 'b'], ['b', 'a']).ok).toBe(false);
    expect(hearing('alice', ['a'], ['(nothing)']).found).toBe(
      'alice hears (nothing); expected "a"',
    );
  });
});
