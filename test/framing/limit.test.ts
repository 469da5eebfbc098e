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

it.each([0, 2 ** 32 - 1])('allows a limit of %d', maxPayload => {
  expect(lines({ maxPayload }).encode(new Uint8Array())).toHaveLength(1);
  expect(lengthPrefixed({ maxPayload }).encode(new Uint8Array())).toHaveLength(4);
});
