import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isName, keyOf } from '../../lib/hub/name.ts';
import { anyCharacter } from '../character.ts';
import { rules, wrongRules } from './wrong-names.ts';

/** Characters in UTF-8: `x` has 1 byte, `ë` 2, `明` 3, `𞤢` 4. */
const good = {
  'the least': 'x',
  'in ASCII': 'a_b-C9',
  '24 characters': 'x'.repeat(24),
  'a word of JavaScript': 'constructor',
  'with an accent': 'Zoë',
  'with a stroke': 'Łukasz',
  Chinese: '小明',
  Japanese: 'さくら花子',
  Korean: '김철수',
  Cyrillic: 'Ольга',
  Arabic: 'علی',
  'with vowels that are marks': 'สมชาย',
  'with four marks in a row': 'မြို့',
  'with digits of its own': 'राम२',
  'with digits of all': 'Ольга_2',
  '63 bytes of three each': '明'.repeat(21),
  '64 bytes of four each': '𞤢'.repeat(16),
};

const bad = {
  nothing: '',
  'a blank': ' ',
  'a digit first': '9lives',
  'a sign first': '_x',
  'a mark first': '\u0301a',
  'two words': 'two words',
  '25 characters': 'x'.repeat(25),
  '66 bytes': '明'.repeat(22),
  '68 bytes': '𞤢'.repeat(17),
  'a line break': 'a\n',
  'what bytes that are not UTF-8 become': 'a\ufffd',
  'a bracket, which ends a name': 'bob]',
  'a comma, which parts names': 'a,b',
  'an emoji': 'a🙂',
  'a letter of mathematics': '𝐚lice',
  'Cyrillic а in a Latin name': '\u0430lice',
  'Greek ο in a Latin name': 'b\u03bfb',
  'Latin a in a Cyrillic name': 'Ольгa',
  'Japanese and Korean': 'さ김',
  'Latin and Chinese': 'a明',
  'a letter that nobody sees': 'bob\u3164',
  'a joiner that nobody sees': 'bo\u200db',
  'five marks on one letter': `x${'\u0323'.repeat(5)}`,
};

/** Who poses as another and is stopped: two names that count as one. */
const same = {
  'upper case': ['alice', 'ALICE'],
  'an accent in upper case': ['Zoë', 'ZOË'],
  'ß and SS': ['Straße', 'STRASSE'],
  'the last sigma': ['Νίκος', 'ΝΊΚΟΣ'],
  'full width': ['alice', 'ａｌｉｃｅ'],
  'half width': ['カナ', 'ｶﾅ'],
  'a long s': ['server', '\u017ferver'],
  'a ligature': ['fiona', 'ﬁona'],
} as const;

/** Who looks alike and is not stopped: each keeps to one script. docs/p2p.md says so. */
const alike = {
  'all Cyrillic': ['aca', '\u0430\u0441\u0430'],
  'another Latin letter': ['alice', '\u0251lice'],
  'l for I': ['Iris', 'lris'],
  '0 for O': ['BOB', 'B0B'],
  'without its accent': ['Zoë', 'Zoe'],
} as const;

describe('a name', () => {
  it.each(Object.entries(good))('may be %s: %s', (_, name) => {
    expect(isName(name.normalize())).toBe(true);
  });

  it.each(Object.entries(bad))('may not be %s: %j', (_, name) => {
    expect(isName(name.normalize())).toBe(false);
  });

  it.each(Object.entries(same))('is the same in %s: %j', (_, [one, other]) => {
    expect(isName(one) && isName(other)).toBe(true);
    expect(keyOf(one)).toBe(keyOf(other));
  });

  it.each(Object.entries(alike))('only looks the same: %s, %j', (_, [one, other]) => {
    expect(isName(one) && isName(other)).toBe(true);
    expect(keyOf(one)).not.toBe(keyOf(other));
  });
});

const laws: Record<keyof typeof wrongRules, (rule: typeof rules) => void> = {
  'has at most 24 characters': rule => anyText(rule, name => [...name].length <= 24),
  'has at most 64 bytes': rule => anyText(rule, name => Buffer.byteLength(name) <= 64),
  'shows every character that it has': rule =>
    anyText(rule, name => !/[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(name)),
  'never mixes Latin with Cyrillic or Greek': rule =>
    anyText(
      rule,
      name =>
        !(/\p{sc=Latin}/u.test(name) && /\p{sc=Cyrillic}|\p{sc=Greek}/u.test(name)),
    ),
  'has one key in every case and form': rule =>
    anyText(rule, name => {
      const forms = [
        name.toUpperCase(),
        name.toLowerCase(),
        name.normalize('NFD'),
        name.normalize('NFKC'),
      ];
      return forms.every(form => rule.keyOf(form) === rule.keyOf(name));
    }),
};

/** Letters of many scripts, long and short: most of these are names by one rule or another. */
const texts = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'aZëßſﬁΣςοаЯ明さ김𞤢ａ२٣_-9'),
    maxLength: 30,
    size: 'max',
  }),
  fc.string({ unit: anyCharacter, maxLength: 6 }),
  fc
    .tuple(fc.constantFrom(...'aΣЯ明'), fc.string({ unit: anyCharacter, maxLength: 2 }))
    .map(pair => pair.join('')),
  fc.constantFrom('bob\u3164', 'a\u034f'),
  fc.nat(30).map(count => '𞤢'.repeat(count)),
);

function anyText({ isName }: typeof rules, holds: (name: string) => boolean): void {
  fc.assert(
    fc.property(texts, text => {
      const name = text.normalize();
      return !isName(name) || holds(name);
    }),
    { numRuns: 2_000 },
  );
}

describe('whatever is a name', () => {
  it.each(Object.entries(laws))('%s', (_, law) => law(rules));

  it.each(Object.entries(wrongRules))(
    '%s, and a wrong rule is convicted',
    (law, wrong) => {
      expect(() => laws[law as keyof typeof laws](wrong)).toThrow();
    },
  );
});
