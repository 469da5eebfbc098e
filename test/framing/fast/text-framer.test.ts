import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textFramer } from '../../../lib/framing/fast/text-framer.ts';
import { delimited, lines, text } from '../../../lib/framing/index.ts';

const limit = 20;
const marks = [
  { end: { mark: '\n', orCr: true }, codec: lines({ maxPayload: limit }) },
  {
    end: { mark: '\r\n', orCr: false },
    codec: lines({ maxPayload: limit, ending: 'crlf' }),
  },
  {
    end: { mark: 'aba', orCr: false },
    codec: delimited('aba', { maxPayload: limit }),
  },
];
const words = fc.string({
  unit: fc.constantFrom('a', 'b', 'x', '\r', '\n', 'é', '😀', '\ud83d'),
  maxLength: 30,
});

/** The long way, without what is in `fast/`. */
const longWay = ({ name, anatomy, ...rest }: (typeof marks)[number]['codec']) =>
  text({
    name,
    anatomy,
    encode: rest.encode,
    decoder: rest.decoder,
    decoding: rest.decoding,
  });

it.each(marks)(
  'gives what the long way gives, or nothing ($end.mark)',
  ({ end, codec }) => {
    const frame = textFramer(end, limit);
    fc.assert(
      fc.property(words, message => {
        const short = frame(message);
        if (short === undefined) return;
        expect(Buffer.from(longWay(codec).encode(message)).equals(short)).toBe(true);
      }),
    );
  },
);

it('frames most texts, and leaves those that need a closer look', () => {
  const frame = textFramer({ mark: '\n', orCr: true }, limit);
  expect(String(frame('Tea?'))).toBe('Tea?\n');
  for (const odd of ['a\nb', 'a\r', 'half \ud83d', 'x'.repeat(7)])
    expect(frame(odd)).toBeUndefined();
});
