import { expect, it } from 'vitest';
import { grid } from '../../lib/view/rows/grid.ts';
import { byteMeter, inBytes, meters } from '../../lib/view/rows/meters.ts';
import { plainPaint } from '../../lib/view/text/paint.ts';

const look = { width: 40, ascii: false, paint: plainPaint };

it('draws meters on one scale, and a sliver for what is not nothing', () => {
  const shown = meters([
    byteMeter('sent', 9),
    byteMeter('naive', 65_536),
    byteMeter('ours', 0),
  ]);
  expect(shown.draw(look)).toEqual([
    '     sent   ▏ 9 B',
    '     naive  ████████████████████ 64 KiB',
    '     ours   0 B',
  ]);
  expect(shown.draw({ ...look, ascii: true })[0]).toBe('     sent   | 9 B');
  expect(shown.tell()).toEqual(['sent: 9 B', 'naive: 64 KiB', 'ours: 0 B']);
});

it.each([
  [0, '0 B'],
  [1_023, '1023 B'],
  [1_536, '1.5 KiB'],
  [1_048_576, '1 MiB'],
  [4_294_967_299, '4 GiB'],
  [2 ** 50, '1048576 GiB'],
])('reads %i bytes as %s', (count, reading) => {
  expect(inBytes(count)).toBe(reading);
});

const table = grid([
  ['', 'flips', 'lost'],
  ['lines', '64', '0'],
  ['length', '88', '32'],
]);

it('sets words in columns', () => {
  expect(table.draw(look)).toEqual([
    '              flips   lost',
    '     lines    64      0',
    '     length   88      32',
  ]);
});

it('makes a list of them in a window that is too narrow', () => {
  expect(table.draw({ ...look, width: 20 })).toEqual([
    '     lines',
    '       flips: 64',
    '       lost: 0',
    '     length',
    '       flips: 88',
    '       lost: 32',
  ]);
});

it('tells a row in a sentence', () => {
  expect(table.tell()).toEqual([
    'lines: flips 64; lost 0',
    'length: flips 88; lost 32',
  ]);
  expect(grid([['what there is'], ['tea']]).tell()).toEqual(['tea']);
});
