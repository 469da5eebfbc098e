import { afterEach, expect, it, vi } from 'vitest';
import { foldParts, spread } from '../../lib/terminal/fold.ts';
import { shownIn } from './window.ts';

afterEach(() => vi.unstubAllGlobals());

it('a row of parts is broken between its parts, and a part only where it is too long', () => {
  shownIn(40);
  expect(foldParts('space = next   a = all together   q = leave')).toEqual([
    'space = next   a = all together',
    '  q = leave',
  ]);
  shownIn(10);
  expect(foldParts('space = next   q = leave')).toEqual([
    'space =',
    '    next',
    '  q =',
    '    leave',
  ]);
});

it('two texts stand at the two ends of a row, or in rows of their own', () => {
  shownIn(20);
  expect(spread('left', 'right')).toEqual(['left           right']);
  shownIn(10);
  expect(spread('left', 'right side')).toEqual(['left', 'right side']);
});
