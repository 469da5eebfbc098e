import { expect, it } from 'vitest';
import { legend } from '../../lib/view/ladder/legend.ts';
import { styleFor } from '../../lib/view/style.ts';

it.each([
  [80, 2, 'ladder'],
  [60, 4, 'ladder'],
  [59, 2, 'table'],
  [80, 6, 'ladder'],
  [77, 6, 'table'],
  [120, 9, 'ladder'],
  [120, 10, 'table'],
  [50, 2, 'table'],
  [49, 2, 'plain'],
  [undefined, 2, 'plain'],
] as const)('at %s columns, %i lanes: %s', (width, lanes, style) => {
  expect(styleFor(width, lanes)).toBe(style);
});

it('has a legend for every mode, also in ASCII', () => {
  expect(legend('half-duplex')).toBe(
    '█ may speak   ┊ must listen   1, 2, 3 the order of events',
  );
  expect(legend('full-duplex')).toBe(
    '╳ two messages crossed   2→5 sent at 2, heard at 5   2-8 events 2 to 8',
  );
  expect(legend('full-duplex', { ascii: true })).toBe(
    'X two messages crossed   2>5 sent at 2, heard at 5   2-8 events 2 to 8',
  );
  expect(legend('simplex', { ascii: true })).toMatch(/^[ -~]+$/);
  for (const mode of ['simplex', 'half-duplex', 'full-duplex'] as const)
    expect(legend(mode).length).toBeLessThanOrEqual(72);
});
