import type { ByteCodec } from './codec.ts';
import { type Find, FrameDecoder } from './frame-decoder.ts';
import { checkLimit, checkSize, type Limit } from './limit.ts';
import type { Unread } from './unread.ts';
import { encodeVarint, findVarint } from './varint.ts';

export interface Prefix extends Limit {
  /** Bytes of the prefix: always so many (4 unless told), or as few as the length needs. */
  readonly width?: 1 | 2 | 4 | 'varint';
  /** Which byte of the length comes first: the highest (network byte order) unless told. */
  readonly endian?: 'big' | 'little';
}

/**
 * First how many bytes, then the bytes: `00 00 00 05 h e l l o`. The length is an unsigned
 * number; it does not count itself.
 *
 * Any payload up to `maxPayload` bytes (1 MiB, or less if the prefix can say no more) can be
 * sent. A prefix that announces more is `too-large` before a byte of the payload is there, and
 * the payload is skipped. A varint without end is `corrupt`; a varint has no `endian`.
 */
export function lengthPrefixed(options: Prefix = {}): ByteCodec {
  const { maxPayload = 1_048_576, width = 4, endian = 'big' } = options;
  const most = width === 'varint' ? Infinity : 256 ** width - 1;
  const limit = Math.min(checkLimit(maxPayload), most);
  const little = endian === 'little';
  const find = width === 'varint' ? findVarint : findFixed(width, little);
  return {
    name: 'length',
    encode(payload) {
      checkSize(payload, limit);
      return width === 'varint'
        ? encodeVarint(payload)
        : encodeFixed(payload, width, little);
    },
    decoder: () => new FrameDecoder(find, limit),
    anatomy: { find },
  };
}

function findFixed(width: number, little: boolean): Find {
  const read = width === 4 && !little ? uint32 : number(width, little);
  return unread => {
    if (unread.length < width) return undefined;
    const announced = read(unread);
    const end = width + announced;
    return { start: width, end, next: end, announced };
  };
}

const uint32 = (unread: Unread) => unread.uint32(0);

const number = (width: number, little: boolean) => (unread: Unread) => {
  let value = 0;
  for (let at = 0; at < width; at++)
    value = 256 * value + (unread.at(little ? width - 1 - at : at) ?? 0);
  return value;
};

function encodeFixed(payload: Uint8Array, width: number, little: boolean): Uint8Array {
  const frame = Buffer.alloc(width + payload.length);
  if (little) frame.writeUIntLE(payload.length, 0, width);
  else frame.writeUIntBE(payload.length, 0, width);
  frame.set(payload, width);
  return frame;
}
