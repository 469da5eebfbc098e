import { allPayload, type Part, type Within } from './anatomy.ts';
import { bytes } from './bytes.ts';
import { type ByteCodec, copied, type Decode } from './codec.ts';
import { unreadable } from './frame-error.ts';

/** How many hexadecimal digits follow a payload. */
const DIGITS = 8;

/** Returns the CRC-32 of the bytes, 0 to 4294967295: `crc32` of node:zlib. */
export type Crc32 = (bytes: Uint8Array) => number;

/**
 * Each payload is followed by its checksum: `hello3610a686`. TCP has a checksum too, of 16 bits,
 * but it does not detect damage in a relay's memory. Without a checksum, a changed byte is a
 * changed message.
 *
 * A payload with a wrong checksum is `malformed`; the next `read` continues after it. The
 * checksum is written in digits, because one of four bytes might be LF, and then lines could not
 * carry it. The limit of the framing below counts the digits too.
 */
export function checksummed(codec: ByteCodec, crc32: Crc32): ByteCodec {
  const { name, anatomy } = codec;
  const check = (payload: Uint8Array) =>
    crc32(payload).toString(16).padStart(DIGITS, '0');
  const decoding = <T>(decode: Decode<T>) => codec.decoding(checking(check, decode));
  return {
    name,
    encode: payload =>
      codec.encode(bytes.joined([payload, bytes.fromText(check(payload))])),
    decoder: () => decoding(copied),
    decoding,
    anatomy: { ...anatomy, within: packed => within(packed, anatomy.within) },
  };
}

const checking =
  <T>(check: (payload: Uint8Array) => string, decode: Decode<T>): Decode<T> =>
  (received, start, packed, offset) => {
    const end = Math.max(start, packed - DIGITS);
    if (check(received.view(start, end)) === received.text(end, packed))
      return decode(received, start, end, offset);
    const why = 'its checksum is not that of its payload';
    throw unreadable('malformed', offset, why, { size: packed - start });
  };

function within(packed: Uint8Array, below: Within = allPayload): Part[] {
  const end = packed.length;
  const start = Math.max(0, end - DIGITS);
  return [...below(packed.subarray(0, start)), { role: 'check', start, end }];
}
