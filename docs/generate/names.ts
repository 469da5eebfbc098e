import { isName, keyOf } from '../../lib/hub/name.ts';

/** Who is here already, who comes, and what is special about the second name. */
const newcomers: readonly (readonly [here: string, comes: string, what: string])[] = [
  ['Zoë', 'Łukasz', 'Latin letters with marks'],
  ['Zoë', '小明', 'Chinese'],
  ['Zoë', 'ZOË', 'the same name in capitals'],
  ['Straße', 'STRASSE', 'the same name in capitals'],
  ['alice', 'ａｌｉｃｅ', 'the same letters in full width'],
  ['alice', '\u0430lice', 'the first letter is Cyrillic: two scripts'],
  ['alice', '𝐚lice', 'the first letter belongs to mathematics'],
  ['bob', 'bob\u3164', 'the last letter is invisible'],
  ['aca', '\u0430\u0441\u0430', 'looks the same, and is Cyrillic throughout'],
  ['alice', '\u0251lice', 'looks similar: the first letter is the Latin ɑ'],
  ['Iris', 'lris', 'looks similar: a small l for a capital I'],
];

/** Which names come in beside which, as the program decides it. */
export function nameTable(): string {
  const rows = newcomers.map(
    ([here, comes, what]) =>
      `| ${here} | ${comes} | ${what} | ${answer(here, comes.normalize())} |`,
  );
  return [
    '| here | comes | what it is | the answer |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function answer(here: string, comes: string): string {
  if (!isName(comes)) return '`! Bad name`';
  return keyOf(here) === keyOf(comes) ? '`! Taken`' : 'comes in';
}
