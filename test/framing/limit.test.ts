import { expect, it } from 'vitest';
import { lengthPrefixed, lines } from '../../lib/framing/index.ts';

it.each([Number.NaN, Infinity, -1, 1.5, 2 ** 32])(
  'refuses a limit of %d',
  maxPayload => {
    const message = `Cannot limit payloads to ${maxPayload} bytes`;
    expect(() => lines({ maxPayload })).toThrow(RangeError);
    expect(() => lengthPrefixed({ maxPayload })).toThrow(message);
  },
);

it.each([
  [
    () => lines({ ending: 'CRLF' as 'crlf' }),
    'ending "CRLF": give "lf", "crlf" or "either"',
  ],
  [() => lengthPrefixed({ width: 3 as 4 }), 'width 3: give 1, 2, 4 or "varint"'],
  [() => lengthPrefixed({ width: 8 as 4 }), 'width 8: give 1, 2, 4 or "varint"'],
  [
    () => lengthPrefixed({ width: '4' as 'varint' }),
    'width "4": give 1, 2, 4 or "varint"',
  ],
  [
    () => lengthPrefixed({ endian: 'BE' as 'big' }),
    'endian "BE": give "big" or "little"',
  ],
])('refuses an option that the types forbid: %s', (make, says) => {
  expect(make).toThrow(RangeError);
  expect(make).toThrow(`Cannot frame with ${says}`);
});

it.each([0, 2 ** 32 - 1])('allows a limit of %d', maxPayload => {
  expect(lines({ maxPayload }).encode(new Uint8Array())).toHaveLength(1);
  expect(lengthPrefixed({ maxPayload }).encode(new Uint8Array())).toHaveLength(4);
});
