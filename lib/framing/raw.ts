import type { ByteCodec } from './codec.ts';
import { chunks } from './datagram.ts';
import { FrameError } from './frame-error.ts';

/**
 * No framing: a chunk is taken for a message. Wrong over TCP, and here to show it: TCP keeps
 * bytes and their order, not the writes they came in, so messages arrive joined or cut.
 *
 * There is no limit, no wrong frame and no unclean end. An empty payload is `unencodable`:
 * TCP does not carry a write of nothing.
 */
export function raw(): ByteCodec {
  return { ...chunks('raw', Infinity), encode };
}

function encode(payload: Uint8Array): Uint8Array {
  if (payload.length > 0) return new Uint8Array(payload);
  throw new FrameError('unencodable', 'Cannot send payload of 0 bytes without framing');
}
