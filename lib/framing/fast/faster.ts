// Nothing in here changes what a decoder gives. Read it last, or never.
//
// Extracting a few bytes takes a native call, or an allocation outside V8's heap, and either costs
// more than the bytes themselves. So this folder extracts several frames together, as one batch,
// and
// slices them from it.

import { type ByteCodec, copied, type Decode } from '../codec.ts';
import { FrameDecoder } from '../frame-decoder.ts';
import type { Framing, TextEnd } from '../kind.ts';
import { FastReceiveBuffer } from './fast-receive-buffer.ts';
import { headedText } from './headed-text.ts';
import { ShortTexts } from './short-texts.ts';
import { textFramer } from './text-framer.ts';

/** Returns the same codec with faster decoders. */
export function faster(plain: ByteCodec, kind: Framing): ByteCodec {
  const { ending, head, limit } = kind;
  const decoding = <T>(decode: Decode<T>, received = new FastReceiveBuffer()) =>
    new FrameDecoder(kind, decode, received);
  const shortTexts = (end: TextEnd) => (decode: Decode<string>) => {
    const received = new FastReceiveBuffer();
    return new ShortTexts(received, decoding(decode, received), end, limit);
  };
  return {
    ...plain,
    decoder: () => decoding(copied),
    decoding,
    ...(head && { encodeText: headedText(head, limit) }),
    ...(ending && {
      decodingText: shortTexts(ending),
      encodeText: textFramer(ending, limit),
    }),
  };
}
