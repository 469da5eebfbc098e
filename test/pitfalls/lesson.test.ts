import { describe, expect, it } from 'vitest';
import { difference } from '../../demos/pitfalls/difference.ts';
import { lessonOn } from '../../demos/pitfalls/lesson.ts';
import { hearing } from '../../demos/pitfalls/trial/expected.ts';
import { twoInOne } from '../../demos/pitfalls/two-in-one/pitfall.ts';
import { given } from '../../docs/generate/lessons.ts';

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
