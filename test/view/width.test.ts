import { expect, it } from 'vitest';
import { cells, shorten } from '../../lib/view/text/width.ts';
import { wrap } from '../../lib/view/text/wrap.ts';

it('counts a wide letter as two cells, and a joined one once', () => {
  expect(['a', '茶', '👍', '👨‍👩‍👧', 'e\u0301'].map(cells)).toEqual([1, 2, 2, 2, 1]);
});

it('counts what a terminal does not show as nothing', () => {
  expect(['a~ Z', 'a\u0007b', '\u007f'].map(cells)).toEqual([4, 2, 0]);
});

it('leaves a text alone that fits', () => {
  expect(shorten('茶茶', 4)).toBe('茶茶');
  expect(shorten('', 0)).toBe('');
});

it('cuts between letters, and leaves room for the mark', () => {
  expect(shorten('茶茶茶', 5)).toBe('茶茶…');
  expect(shorten('茶茶茶', 4)).toBe('茶…');
  expect(shorten('𠀀𠀀𠀀', 4)).toBe('𠀀…');
  expect(shorten('👨‍👩‍👧👨‍👩‍👧', 3)).toBe('👨‍👩‍👧…');
  expect(shorten('Hello', 4, '...')).toBe('H...');
  expect(shorten('Hello', 2, '...')).toBe('');
});

it('breaks between words, and words only if they are longer than a row', () => {
  expect(wrap('one two three', 7, 3, '…')).toEqual(['one two', 'three']);
  expect(wrap('abcdefgh ij', 5, 3, '…')).toEqual(['abcde', 'fgh', 'ij']);
  expect(wrap('one two three four', 5, 2, '…')).toEqual(['one', 'two …']);
});
