import type { Codec } from './codec.ts';
import { FrameError } from './frame-error.ts';
import { Opened } from './opened.ts';

/** It throws for invalid bytes, and takes a byte order mark for the character it is. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Payloads as text, in strict UTF-8. First cut, then decode: a chunk may end inside a
 * character, a frame does not. Limits of the framing below count bytes, not characters.
 *
 * A payload that is not UTF-8 is `malformed`; the next read goes on behind it. A message with
 * half of a surrogate pair has no UTF-8 and is `unencodable`.
 */
export function text(codec: Codec<Uint8Array>): Codec<string> {
  return {
    name: codec.name,
    encode: message => codec.encode(toUtf8(message)),
    decoder: () => new Opened(codec.decoder(), fromUtf8),
  };
}

function fromUtf8(payload: Uint8Array, offset: number): string {
  try {
    return utf8.decode(payload);
  } catch {
    const size = payload.length;
    throw new FrameError(
      'malformed',
      `Cannot read frame at byte ${offset}: payload of ${size} bytes is not UTF-8`,
      { offset, size },
    );
  }
}

function toUtf8(message: string): Uint8Array {
  const half = message.search(/\p{Surrogate}/u);
  if (half < 0) return Buffer.from(message);
  throw new FrameError(
    'unencodable',
    `Cannot send text as UTF-8: character ${half} is half of a surrogate pair`,
  );
}
