import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { everywhere } from './plain.ts';

const files = ['lib', 'demos', 'docs/generate'].flatMap(folder =>
  readdirSync(folder, { recursive: true })
    .map(file => `${folder}/${file}`.replaceAll('\\', '/'))
    .filter(file => /\.(?:ts|html|scene)$/.test(file)),
);

/** Lines of a file with words that have stopped readers before. */
const stops = (text: string): string[] =>
  text
    .split('\n')
    .filter(line => everywhere.some(([pattern]) => pattern.test(line)))
    .map(line => line.trim());

it('is in plain words: what the code says, in comments and to users', () => {
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap(file => stops(readFileSync(file, 'utf8')));
  expect(found).toEqual([]);
});

it('is noticed where it is not', () => {
  expect(stops("help: 'pieces of at most so many bytes',")).toHaveLength(1);
  expect(stops('/** TCP, unless told. */\n/** At random. */')).toHaveLength(1);
});
