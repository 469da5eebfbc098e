import { allPayload, type Part, type Within } from './anatomy.ts';
import type { ByteCodec } from './codec.ts';
import { FrameError } from './frame-error.ts';
import { Opened } from './opened.ts';

/** Hexadecimal digits behind a payload. */
const DIGITS = 8;

/** The CRC-32 of some bytes, 0 to 4294967295: `crc32` of node:zlib. */
export type Crc32 = (bytes: Uint8Array) => number;

/**
 * Payloads with a checksum behind them: `hello3610a686`. TCP has one too, of 16 bits, which
 * damage in a relay's memory passes by; and without it a changed byte is a changed message.
 *
 * A payload whose checksum is another is `malformed`; the next read goes on behind it. In
 * digits, not in bytes: one of four bytes may be LF, and then lines could not carry it. The
 * limit of the framing below counts the digits too.
 */
export function checksummed(codec: ByteCodec, crc32: Crc32): ByteCodec {
  const { anatomy } = codec;
  const check = (payload: Uint8Array) =>
    Buffer.from(crc32(payload).toString(16).padStart(DIGITS, '0'));
  return {
    name: codec.name,
    encode: payload => codec.encode(Buffer.concat([payload, check(payload)])),
    decoder: () =>
      new Opened(codec.decoder(), (packed, offset) => open(packed, offset, check)),
    anatomy: { ...anatomy, within: packed => within(packed, anatomy.within) },
  };
}

function open(
  packed: Uint8Array,
  offset: number,
  check: (payload: Uint8Array) => Buffer,
) {
  const payload = packed.slice(0, -DIGITS);
  if (check(payload).equals(packed.subarray(-DIGITS))) return payload;
  const size = packed.length;
  throw new FrameError(
    'malformed',
    `Cannot read frame at byte ${offset}: its checksum is not that of its payload`,
    { offset, size },
  );
}

function within(packed: Uint8Array, below: Within = allPayload): Part[] {
  const end = packed.length;
  const start = Math.max(0, end - DIGITS);
  return [...below(packed.subarray(0, start)), { role: 'check', start, end }];
}
