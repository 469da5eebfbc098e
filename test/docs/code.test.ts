import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { everywhere, inCode } from './plain.ts';
import { said } from './said.ts';

const files = ['lib', 'demos', 'docs/generate', 'examples', 'test'].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(file => `${folder}/${file}`.replaceAll('\\', '/'))
    .filter(file => /\.(?:ts|html|scene|py|mjs)$/.test(file))
    // The tests of this check quote what is wrong.
    .filter(file => !file.startsWith('test/docs/')),
);

/** Returns the words that have stopped readers before, each with what to write instead. */
const stops = (file: string, source = readFileSync(file, 'utf8')): string[] =>
  said(file, source).flatMap(text =>
    [...everywhere, ...inCode].flatMap(([pattern, instead]) => {
      const found = pattern.exec(text)?.[0];
      return found ? [`${file}: "${found}": write ${instead}`] : [];
    }),
  );

it('is in plain words: what the code says, in comments and to users', () => {
  expect(files.length).toBeGreaterThan(500);
  expect(files.flatMap(file => stops(file))).toEqual([]);
});

it.each([
  ['a.ts', "help: 'pieces of at most so many bytes',", 'so many'],
  ['a.ts', '/** TCP, unless\n * told. */', 'unless told'],
  ['a.ts', '// FIN comes behind that frame.', 'behind'],
  ['a.ts', '// Both speak at once.', 'at once'],
  ['a.ts', 'const help = `one sentence an event`;', 'sentence an event'],
  ['a.ts', '/** A line that is no message. */', 'is no message'],
  ['a.ts', '/** The record begins anew. */', 'anew'],
  ['a.ts', '/** Whoever asks is told. */', 'Whoever'],
  ['a.ts', '/** Ten thousand links are to cost little. */', 'are to cost'],
  ['a.ts', '/** What one may say. */', 'one may'],
  ['a.ts', '/** How long to wait. Milliseconds. */', '. Milliseconds.'],
  ['a.scene', 'alice says at once\n-- They speak at once.', 'at once'],
  ['a.html', '<p>It comes behind.</p>', 'behind'],
  ['a.py', '"""Both at once."""', 'at once'],
])('notices in %s: %s', (file, source, found) =>
  expect(stops(file, source)).toEqual([expect.stringContaining(`"${found}"`)]),
);

it.each([
  ['a.ts', 'readonly behind = 1;'],
  ['a.ts', "const blocks = { 'at once': 1 };"],
  ['a.ts', '/** May stand below `at once:`. */'],
  ['a.ts', '// A file that a killed server leaves behind.'],
  ['a.scene', 'at once:\n  alice says Go behind me, whoever you are'],
])('lets pass in %s: %s', (file, source) => expect(stops(file, source)).toEqual([]));
