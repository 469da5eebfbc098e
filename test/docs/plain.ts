import { begins, type Line, paragraphs, plain, sentenceEnds } from './prose.ts';

type Avoided = readonly (readonly [RegExp, instead: string])[];

/** Words that have stopped readers before, in pages and in code, and what to write instead. */
export const everywhere: Avoided = [
  [/\bunless told\b/i, '(default: X)'],
  [/\bso (?:many|long)\b(?! (?:as|that))/i, 'the number, or its name: BYTES, MS'],
  [/\bby chance\b/i, 'at random'],
  [/\bprogrammes?\b/i, 'program'],
];

/** What stops readers in comments, scenes, and texts of programs and tests. */
export const inCode: Avoided = [
  // A server may leave a file behind, and an end may be behind a door or a proxy.
  [
    /(?<!\bleaves? .{0,30}|\bleft )\bbehind\b(?! (?:a proxy|a forwarded|both doors|the words, so))/i,
    'after, or followed by',
  ],
  // `at once:` is a word of scenes.
  [/(?<!^['`])\bat once\b(?!:)/i, 'immediately, at the same time, or together'],
  [/\banew\b/i, 'again, or start over'],
  [/\bwho(?:m)?ever\b/i, 'the member, a sender, an end: a noun'],
  [
    /(?<!\bthere )\b(?:is|are) (?:not )?to (?:be|come|cost|do|go|grow|have|hear|say|see|show|tell)\b/i,
    'must',
  ],
  [
    /(?<!(?:first|next|each|shorter|longer|plain) )\bone (?:may|can|could|must|has to|would|writes|says|hears|reads)\b/i,
    'you, or a noun',
  ],
  [
    /\b(?:is|are) no (?:message|package|word|error|frame|simplex|name|browser|socket|failure|number|text)s?\b/i,
    'is not a …',
  ],
  [
    /\b(?:sentence|event|row|column|cell|line|byte|message|datagram|write)s? an? (?:event|row|lane|line|second|tick|packet|member)\b(?! (?:may|can|must|has))/,
    'per',
  ],
  [/[.)] Milliseconds\./, 'in milliseconds'],
];

/** The same, for pages. */
export const avoided: Avoided = [
  ...everywhere,
  // Behind is a place, and after is a time. A peer may be behind a proxy.
  [
    /\bbehind\b(?! (?:a NAT|a proxy|home routers|the words|it stands))/i,
    'after, or followed by',
  ],
  [/\bone (?:may|can|could|must|has to|would|writes|says|hears)\b/i, 'you, or a noun'],
  [/\banew\b/i, 'again, or start over'],
  [/\b(?:is|are) no (?:message|package|word|error|frame)s?\b/i, 'is not a …'],
];

/** What is wrong with the prose of a page, as `LINE: complaint`. */
export function complaints(lines: readonly Line[]): string[] {
  return [
    ...patterns(lines),
    ...widths(lines),
    ...points(lines),
    ...paragraphs(lines).flatMap(sentences),
  ];
}

function patterns(lines: readonly Line[]): string[] {
  return lines
    .filter(({ code }) => !code)
    .flatMap(({ number, text }) =>
      avoided.flatMap(([pattern, instead]) => {
        const found = pattern.exec(plain(text))?.[0];
        return found ? [`${number}: "${found}": write ${instead}`] : [];
      }),
    );
}

const most = { columns: 100, words: 40 };

const widths = (lines: readonly Line[]): string[] =>
  lines
    .filter(({ text }) => !text.startsWith('|') && [...text].length > most.columns)
    .filter(({ text }) => text.trim().includes(' ') && !text.startsWith('!['))
    .map(({ number }) => `${number}: over ${most.columns} columns`);

/** Markdown makes a list of these, also in the middle of a sentence. */
const points = (lines: readonly Line[]): string[] =>
  lines
    .filter(({ code, text }) => !code && /^\s*(?:\+ |\d+\.$)/.test(text))
    .map(({ number }) => `${number}: begins a list`);

function sentences(block: readonly Line[]): string[] {
  const first = block[0]?.number ?? 0;
  const shared = block
    .filter(({ text }) => sentenceEnds.test(plain(text).replace(begins, '')))
    .map(({ number }) => `${number}: two sentences on one line`);
  const text = plain(block.map(line => line.text.replace(begins, '').trim()).join(' '));
  const long = text
    .split(sentenceEnds)
    .filter(sentence => sentence.split(/\s+/).length > most.words)
    .map(sentence => `${first}: over ${most.words} words: ${sentence.slice(0, 60)}…`);
  return [...shared, ...long];
}
