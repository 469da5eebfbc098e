import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pages } from '../../docs/generate/pages.ts';
import { written } from './prose.ts';

const lessons = [
  'simplex',
  'half-duplex',
  'p2p',
  'p2m',
  'framing',
  'udp',
  'websocket',
  'cluster',
];
const parts = [
  'Predict',
  'Run',
  'Look',
  'Why',
  'Break it',
  'Change it',
  'What is not shown',
];
const ends = ['Your predictions', 'Sources'];
/** Pages that nobody reads from top to bottom. */
const looseEnds = [
  'README.md',
  'docs/flags.md',
  'docs/design.md',
  'docs/class.md',
  'docs/bench.md',
  'docs/bench-framing.md',
];

const proseOf = (markdown: string): string =>
  written(markdown)
    .filter(({ code }) => !code)
    .map(({ text }) => text)
    .join('\n');

/** What a page lacks to be a lesson. */
function lacks(markdown: string): string[] {
  const text = proseOf(markdown);
  const headings = [...text.matchAll(/^## \d+\. (.*)$/gm)].map(
    ([, heading]) => heading,
  );
  const own = headings.filter(one => one && [...parts, ...ends].includes(one));
  const why = /^## 4\. Why$([\s\S]*?)^### Deeper$/m.exec(text)?.[1] ?? '';
  const questions = why.match(/^(?:\*\*|### ).*\?(?:\*\*)?$/gm) ?? [];
  return [
    ...(own.join() === [...parts, ...ends].join() ? [] : ['its parts in order']),
    ...(questions.length === 3 ? [] : [`three questions, not ${questions.length}`]),
    ...(text.includes('**Before this page**') ? [] : ['what to read before']),
    ...(text.includes('**Now break it yourself.**') ? [] : ['an edit to make']),
    ...(/^## \d+\. Your/m.test(text) ? [] : ['answers']),
  ];
}

describe('a lesson', () => {
  it.each(lessons)('%s has all its parts', name =>
    expect(lacks(readFileSync(`docs/${name}.md`, 'utf8'))).toEqual([]),
  );

  it('is none without its answers, or with two questions', () => {
    const page = readFileSync('docs/simplex.md', 'utf8');
    expect(lacks(page.replace('## 8. Your predictions', '## 8. x'))).toEqual([
      'its parts in order',
      'answers',
    ]);
    expect(lacks(page.replace(/^\*\*What keeps.*$/m, ''))).toEqual([
      'three questions, not 2',
    ]);
  });
});

it.each(pages().filter(page => !looseEnds.includes(page)))(
  '%s names a next page',
  page =>
    expect(proseOf(readFileSync(page, 'utf8')).trimEnd()).toMatch(
      /\bNext page: [^\n]*(?:\n[^\n]+)?$/,
    ),
);

it('README names every folder of lib', () => {
  const readme = readFileSync('README.md', 'utf8');
  const folders = readdirSync('lib').map(folder => `(lib/${folder})`);
  expect(folders.filter(folder => !readme.includes(folder))).toEqual([]);
});
