import type { Codec, Decoder } from './codec.ts';
import { FrameError } from './frame-error.ts';

/**
 * No framing: a chunk is taken for a message. Wrong over TCP, and here to show it: TCP keeps
 * bytes and their order, not the writes they came in, so messages arrive joined or cut.
 *
 * There is no limit, no wrong frame and no unclean end. An empty payload is `unencodable`:
 * TCP does not carry a write of nothing.
 */
export function raw(): Codec<Uint8Array> {
  return { name: 'raw', encode, decoder };
}

function encode(payload: Uint8Array): Uint8Array {
  if (payload.length > 0) return new Uint8Array(payload);
  throw new FrameError('unencodable', 'Cannot send payload of 0 bytes without framing');
}

function decoder(): Decoder<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return {
    push(chunk) {
      if (chunk.length > 0) chunks.push(new Uint8Array(chunk));
    },
    read: () => chunks.shift(),
    end() {
      // Any end is a clean one: without frames nothing can be cut off.
    },
    get buffered() {
      return chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    },
  };
}
