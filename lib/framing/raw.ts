import type { ByteCodec } from './codec.ts';
import { chunks } from './datagram.ts';
import { FrameError } from './frame-error.ts';

/**
 * No framing: each chunk is taken for a message. This is wrong over TCP, and here to show it: TCP
 * keeps bytes and their order, but not the boundaries between writes, so messages arrive joined or
 * split.
 *
 * There is no limit, and no frame or end is ever wrong. An empty payload is `unencodable`: TCP does
 * not carry an empty write.
 */
export function raw(): ByteCodec {
  return { ...chunks('raw', Infinity), encode };
}

function encode(payload: Uint8Array): Uint8Array {
  if (payload.length > 0) return new Uint8Array(payload);
  throw new FrameError('unencodable', 'Cannot send payload of 0 bytes without framing');
}
