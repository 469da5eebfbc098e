import { expect, it } from 'vitest';
import { halfDuplex } from '../../demos/half-duplex/demo.ts';
import { udp } from '../../demos/udp/demo.ts';
import { helpRows, helpSections } from '../../lib/options/help.ts';
import { optionsOf } from '../../lib/terminal/flags/options.ts';
import { columns, foldTo } from '../../lib/terminal/fold.ts';

const helpOn = (width: number) =>
  columns(helpRows(optionsOf(halfDuplex).server), width);
const column = '  --max-connections N    '.length;
const words = (rows: readonly string[]) => rows.join(' ').split(/\s+/).join(' ');

it.each([120, 80, 60, 45])('keeps its two columns apart in %i cells', width => {
  const rows = helpOn(width);
  for (const row of rows) {
    expect(row.length).toBeLessThanOrEqual(width);
    expect(row.slice(0, column)).toMatch(/^ {2}(--.*)? {3,}$/);
    expect(row[column]).toMatch(/\S/);
  }
  expect(words(rows)).toBe(words(helpOn(1_000)));
});

it('leaves out the gap before a word that begins a new line', () => {
  expect(foldTo(21, 'What is it?   [space]', '  ')).toEqual(['What is it?   [space]']);
  expect(foldTo(20, 'What is it?   [space]', '  ')).toEqual([
    'What is it?',
    '  [space]',
  ]);
});

it.each([
  { demo: halfDuplex, own: ['--host', '--port', '--socket'] },
  { demo: udp, own: ['--host', '--port'] },
])(
  'prints each flag of $demo.name once, except where a command has its own',
  ({ demo, own }) => {
    const { scenes, server, client } = optionsOf(demo);
    const calls = [scenes, server, client].map(options => ({ title: '', options }));
    const flags = helpSections(calls).flatMap(({ rows }) =>
      rows.map(([flag]) => flag.split(' ')[0]),
    );
    const twice = flags.filter((flag, nth) => flags.indexOf(flag) !== nth);
    expect(twice).toEqual(own);
  },
);
