import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clean } from '../../lib/connection/clean.ts';
import { anyCharacter } from '../character.ts';

/** From and to, as docs/design.md lists them, TAB aside. */
const unclean = [
  [0x00, 0x08],
  [0x0a, 0x1f],
  [0x7f, 0x9f],
  [0x61c, 0x61c],
  [0x200e, 0x200f],
  [0x2028, 0x2029],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
] as const;

const block = 4_096;

function cleanOne(code: number): string {
  const listed = unclean.some(([from, to]) => code >= from && code <= to);
  return listed ? '\ufffd' : code === 9 ? ' ' : String.fromCodePoint(code);
}

it('replaces exactly the controls of the list, of all that Unicode has', () => {
  for (let first = 0; first <= 0x10ffff; first += block) {
    const codes = Array.from({ length: block }, (_, nth) => first + nth);
    const characters = codes.filter(code => code < 0xd800 || code > 0xdfff);
    const cleaned = clean(String.fromCodePoint(...characters));
    expect(cleaned).toBe(characters.map(cleanOne).join(''));
  }
});

it('leaves none in any text, changes nothing else, and has nothing to do twice', () => {
  const some = fc.constantFrom(
    '\0',
    '\t',
    '\n',
    '\u001b',
    '\u009b',
    '\u202e',
    'é',
    '😀',
  );
  const texts = fc.array(fc.oneof(some, fc.string({ unit: anyCharacter })));
  fc.assert(
    fc.property(texts, parts => {
      const text = parts.join('');
      const cleaned = clean(text);
      expect(cleaned).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
      expect(clean(cleaned)).toBe(cleaned);
      expect([...cleaned].length).toBe([...text].length);
    }),
  );
});

it('repairs a pair that was cut in half, so that it can be sent', () => {
  expect(clean('a😀b'.slice(0, 2))).toBe('a\ufffd');
  expect(clean('a😀b')).toBe('a😀b');
});
