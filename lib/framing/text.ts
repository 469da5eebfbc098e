import { bytes } from './bytes.ts';
import type { ByteCodec, Codec, Decode } from './codec.ts';
import { FrameError, unreadable } from './frame-error.ts';

/**
 * Payloads as text, in strict UTF-8. Frames are found first and decoded afterwards, because a
 * chunk may end inside a character, but a frame does not. The limit of the framing below counts
 * bytes, not characters.
 *
 * A text may share memory with the texts after it: keeping one keeps at most 384 bytes alive, or
 * about 8 times its length, but never a chunk.
 *
 * A payload that is not UTF-8 is `malformed`; the next `read` continues after it. A message with
 * half of a surrogate pair has no UTF-8, and is `unencodable`.
 */
export function text(codec: ByteCodec): Codec<string> {
  return {
    name: codec.name,
    encode: message => codec.encodeText?.(message) ?? codec.encode(toUtf8(message)),
    decoder: () => codec.decodingText?.(fromUtf8) ?? codec.decoding(fromUtf8),
  };
}

const fromUtf8: Decode<string> = (received, start, end, offset) => {
  const message = received.text(start, end);
  if (message !== undefined) return message;
  const size = end - start;
  const why = `payload of ${size} bytes is not UTF-8`;
  throw unreadable('malformed', offset, why, { size });
};

function toUtf8(message: string): Uint8Array {
  if (message.isWellFormed()) return bytes.fromText(message);
  const half = message.search(/\p{Surrogate}/u);
  throw new FrameError(
    'unencodable',
    `Cannot send text as UTF-8: character ${half} is half of a surrogate pair`,
  );
}
