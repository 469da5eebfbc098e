import { afterEach, expect, it, vi } from 'vitest';
import { foldParts, spread } from '../../lib/terminal/fold.ts';

function inWindow(columns: number): void {
  vi.stubGlobal('process', {
    ...process,
    stdout: { isTTY: true, columns },
  });
}
afterEach(() => vi.unstubAllGlobals());

it('a row of parts is broken between its parts, and a part only where it is too long', () => {
  inWindow(40);
  expect(foldParts('space = next   a = all together   q = leave')).toEqual([
    'space = next   a = all together',
    '  q = leave',
  ]);
  inWindow(10);
  expect(foldParts('space = next   q = leave')).toEqual([
    'space =',
    '    next',
    '  q =',
    '    leave',
  ]);
});

it('two texts stand at the two ends of a row, or in rows of their own', () => {
  inWindow(20);
  expect(spread('left', 'right')).toEqual(['left           right']);
  inWindow(10);
  expect(spread('left', 'right side')).toEqual(['left', 'right side']);
});
