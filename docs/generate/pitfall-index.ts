import type { Pitfall } from '../../demos/pitfalls/pitfall.ts';

const introduction = `# Pitfalls

Mistakes that many people make, each with a page: what you see, why it happens, and what to change.
None of them is invented: each page names public threads about it.
Each page is generated from a run.
A check talks to the naive program over TCP or UDP, and convicts it.
Then the same check acquits the right program.
The programs are short: they do not limit how long a line is, or how many people come.
A real server does.

    npm run demo:pitfalls
    npm run demo:pitfalls -- --scene two-in-one

> **Before this page**: nothing.
> Look for what you see, or for the text of the error.`;

/** The index: by what people see, and by the texts of errors. */
export const indexOf = (catalogue: readonly Pitfall[]): string =>
  [
    introduction,
    '## By what you see',
    table(
      'what you see',
      entries(catalogue, ({ symptoms }) => symptoms),
    ),
    '## By the text of the error',
    table('error', byText(entries(catalogue, ({ errors }) => errors.map(coded)))),
    'Next page: [framing.md](../framing.md), or [questions.md](../questions.md).\n',
  ].join('\n\n');

type Entry = readonly [text: string, pitfall: Pitfall];

const entries = (
  catalogue: readonly Pitfall[],
  textsOf: (pitfall: Pitfall) => readonly string[],
): Entry[] =>
  catalogue.flatMap(pitfall => textsOf(pitfall).map((text): Entry => [text, pitfall]));

const coded = (text: string): string => `\`${text}\``;

const byText = (entries: readonly Entry[]): Entry[] =>
  [...entries].sort(([one], [two]) => one.localeCompare(two, 'en'));

const table = (head: string, entries: readonly Entry[]): string =>
  [
    `| ${head} | page |`,
    '|---|---|',
    ...entries.map(
      ([text, { name, title }]) =>
        `| ${text.replaceAll('|', '\\|')} | [${title}](${name}.md) |`,
    ),
  ].join('\n');
