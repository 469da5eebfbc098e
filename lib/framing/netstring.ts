import type { ByteCodec } from './codec.ts';
import { type Frame, FrameDecoder } from './frame-decoder.ts';
import { checkLimit, checkSize, type Limit } from './limit.ts';
import type { Unread } from './unread.ts';

const [ZERO, COLON, COMMA] = [0x30, 0x3a, 0x2c];
/** Digits that the largest limit needs. */
const DIGITS = 10;

/**
 * A length in decimal, a colon, the bytes, a comma: `5:hello,` (D. J. Bernstein,
 * cr.yp.to/proto/netstrings.txt). The comma says nothing new: it is there to be checked.
 *
 * Any payload up to `maxPayload` bytes (1 MiB) can be sent. A length over that is `too-large`
 * as soon as it is read, and skipped unseen, comma and all. A length that is not one, or has a
 * zero before it, and a comma that is not there, are `corrupt`.
 */
export function netstring({ maxPayload = 1_048_576 }: Limit = {}): ByteCodec {
  const limit = checkLimit(maxPayload);
  return {
    name: 'netstring',
    encode: payload => encode(payload, limit),
    decoder: () => new FrameDecoder(find, limit),
    anatomy: { find, behind: 'check' },
  };
}

function find(unread: Unread): Frame | undefined {
  let announced = 0;
  for (let at = 0; ; at++) {
    const byte = unread.at(at);
    if (byte === undefined) return undefined;
    if (byte === COLON && at > 0) return framed(unread, at + 1, announced);
    const digit = byte - ZERO;
    if (digit < 0 || digit > 9) return corrupt(`its length has a byte ${byte}`);
    if (at === DIGITS) return corrupt(`its length has over ${DIGITS} digits`);
    if (at === 1 && announced === 0) return corrupt('its length begins with 0');
    announced = 10 * announced + digit;
  }
}

function framed(unread: Unread, start: number, announced: number): Frame {
  const end = start + announced;
  const frame = { start, end, next: end + 1, announced };
  const check = unread.at(end) ?? COMMA;
  return check === COMMA ? frame : { ...frame, corrupt: 'no comma behind its payload' };
}

const corrupt = (why: string): Frame => ({ start: 0, end: 0, next: 0, corrupt: why });

function encode(payload: Uint8Array, limit: number): Uint8Array {
  checkSize(payload, limit);
  const head = Buffer.from(`${payload.length}:`);
  const frame = new Uint8Array(head.length + payload.length + 1);
  frame.set(head);
  frame.set(payload, head.length);
  frame[frame.length - 1] = COMMA;
  return frame;
}
