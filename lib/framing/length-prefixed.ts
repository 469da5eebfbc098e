import type { Codec } from './codec.ts';
import { type Frame, FrameDecoder } from './frame-decoder.ts';
import { checkLimit, checkSize, type Limit } from './limit.ts';
import type { Unread } from './unread.ts';

const PREFIX = 4;

/**
 * First how many bytes, then the bytes: `00 00 00 05 h e l l o`. The length is an unsigned
 * 32-bit number, highest byte first (network byte order); it does not count itself.
 *
 * Any payload up to `maxPayload` bytes (1 MiB) can be sent. A prefix that announces more is
 * `too-large` before a byte of the payload is there, and the payload is skipped.
 */
export function lengthPrefixed({
  maxPayload = 1_048_576,
}: Limit = {}): Codec<Uint8Array> {
  const limit = checkLimit(maxPayload);
  return {
    name: 'length',
    encode: payload => encode(payload, limit),
    decoder: () => new FrameDecoder(find, limit),
  };
}

function find(unread: Unread): Frame | undefined {
  if (unread.length < PREFIX) return undefined;
  const announced = unread.uint32(0);
  const end = PREFIX + announced;
  return { start: PREFIX, end, next: end, announced };
}

function encode(payload: Uint8Array, limit: number): Uint8Array {
  checkSize(payload, limit);
  const frame = new Uint8Array(PREFIX + payload.length);
  new DataView(frame.buffer).setUint32(0, payload.length);
  frame.set(payload, PREFIX);
  return frame;
}
