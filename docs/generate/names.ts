import { isName, keyOf } from '../../lib/hub/name.ts';

/** A name that is here already, a newcomer's name, and what is special about the second. */
const newcomers: readonly (readonly [here: string, comes: string, what: string])[] = [
  ['Zoë', 'Łukasz', 'Latin letters with marks'],
  ['Zoë', '小明', 'Chinese'],
  ['Zoë', 'ZOË', 'the same name in capitals'],
  ['Straße', 'STRASSE', 'the same name in capitals'],
  ['alice', 'ａｌｉｃｅ', 'the same letters in full width'],
  ['alice', '\u0430lice', 'the first letter is Cyrillic: two scripts'],
  ['alice', '𝐚lice', 'the first letter is a mathematical symbol'],
  ['bob', 'bob\u3164', 'the last letter is invisible'],
  ['aca', '\u0430\u0441\u0430', 'looks the same, but is all Cyrillic'],
  ['alice', '\u0251lice', 'looks similar: the first letter is the Latin ɑ'],
  ['Iris', 'lris', 'looks similar: a small l for a capital I'],
];

/** Returns a table of which newcomers' names are accepted, as the program decides it. */
export function nameTable(): string {
  const rows = newcomers.map(
    ([here, comes, what]) =>
      `| ${here} | ${comes} | ${what} | ${answer(here, comes.normalize())} |`,
  );
  return [
    '| already here | newcomer | what the newcomer is | the answer |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function answer(here: string, comes: string): string {
  if (!isName(comes)) return '`! Invalid name`';
  return keyOf(here) === keyOf(comes) ? '`! Taken`' : 'may join';
}
