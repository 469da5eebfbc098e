import { expect, it } from 'vitest';
import { legend } from '../../lib/view/ladder/legend.ts';
import { styleFor } from '../../lib/view/style.ts';

it.each([
  [80, 2, true, 'ladder'],
  [72, 4, true, 'ladder'],
  [71, 2, true, 'table'],
  [80, 5, true, 'table'],
  [50, 2, true, 'table'],
  [49, 2, true, 'plain'],
  [80, 2, false, 'plain'],
] as const)('at %i columns, %i lanes, terminal %s: %s', (width, lanes, tty, style) => {
  expect(styleFor(width, lanes, tty)).toBe(style);
});

it('has a legend for every mode, also in ASCII', () => {
  expect(legend('half-duplex')).toBe('█ may speak   ┊ must listen');
  expect(legend('full-duplex')).toBe(
    '╳ two messages crossed   2→5 sent at 2, heard at 5',
  );
  expect(legend('full-duplex', { ascii: true })).toBe(
    'X two messages crossed   2>5 sent at 2, heard at 5',
  );
  expect(legend('simplex', { ascii: true })).toMatch(/^[ -~]+$/);
});
