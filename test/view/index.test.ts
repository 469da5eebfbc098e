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
  expect(legend('half-duplex')).toEqual([
    '█ may speak   ┊ must listen   1, 2, 3 the order of events',
  ]);
  expect(legend('full-duplex', { ascii: true })).toEqual([
    'X two messages crossed   1, 2, 3 the order of events   2-8 events 2 to 8',
    '2>5 sent at 2, heard at 5: the row stands at 2',
  ]);
  expect(legend('simplex', { ascii: true }).join()).toMatch(/^[ -~]+$/);
  for (const mode of ['simplex', 'half-duplex', 'full-duplex'] as const)
    for (const row of legend(mode)) expect(row.length).toBeLessThanOrEqual(72);
});
