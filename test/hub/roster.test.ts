import { expect, it } from 'vitest';
import { roster } from '../../lib/hub/roster.ts';

it.each(['x', 'ë', '明', '𞤢'])(
  'lists names of %j in at most 960 bytes, and counts the rest',
  letter => {
    const members = Array.from({ length: 100 }, () => ({ name: letter.repeat(16) }));
    const [, names = '', more] =
      /^(.*) … and (\d+) more$/.exec(roster(members, 100)) ?? [];
    expect(Buffer.byteLength(names)).toBeLessThanOrEqual(960);
    expect(Buffer.byteLength(`${names}, ${letter.repeat(16)}`)).toBeGreaterThan(960);
    expect(names.split(', ').length + Number(more)).toBe(100);
  },
);
