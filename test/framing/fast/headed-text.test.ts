import fc from 'fast-check';
import { expect, it } from 'vitest';
import { headedText } from '../../../lib/framing/fast/headed-text.ts';
import { plain } from '../../../lib/framing/framing.ts';
import { lengthPrefixed, text, websocket } from '../../../lib/framing/index.ts';
import type { Framing } from '../../../lib/framing/kind.ts';

const limit = 200;
const formats = [
  websocket({ maxPayload: limit }),
  lengthPrefixed({ maxPayload: limit, width: 2, endian: 'little' }),
  lengthPrefixed({ maxPayload: limit, width: 'varint' }),
];
const words = fc.string({
  unit: fc.constantFrom('a', '\0', 'é', '€', '😀', '\ud83d'),
  maxLength: 150,
});

it.each(formats)(
  'gives what the plain way gives, or nothing ($name)',
  ({ anatomy }) => {
    const kind = anatomy as Framing;
    const frame = headedText(kind.head ?? expect.fail(), limit);
    const plainly = text(plain(kind));
    fc.assert(
      fc.property(words, message => {
        const short = frame(message);
        if (short === undefined) expect(() => plainly.encode(message)).toThrow();
        else expect(Buffer.from(plainly.encode(message)).equals(short)).toBe(true);
      }),
    );
  },
);

it('leaves a text that is too long in bytes, or has no UTF-8', () => {
  const frame = headedText(size => Uint8Array.of(size), 5);
  expect(frame('12345')).toEqual(Buffer.from('\x0512345'));
  for (const odd of ['123456', '€€', 'half \ud83d']) expect(frame(odd)).toBeUndefined();
});
