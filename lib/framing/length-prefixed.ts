import { bytes } from './bytes.ts';
import type { ByteCodec } from './codec.ts';
import type { Length } from './frame.ts';
import { framing } from './framing.ts';
import { checkChoice, checkLimit, type Limit } from './limit.ts';
import { varint } from './varint.ts';

const widths = [1, 2, 4, 'varint'] as const;
const endians = ['big', 'little'] as const;

export interface Prefix extends Limit {
  /** The prefix's size in bytes (default: 4); `varint`: as few as the length needs. */
  readonly width?: (typeof widths)[number];
  /** Which byte of the length comes first (default: the highest, which is network byte order). */
  readonly endian?: (typeof endians)[number];
}

/**
 * The length, then the bytes: `00 00 00 05 h e l l o`. The length is an unsigned number, and does
 * not count itself.
 *
 * Any payload up to `maxPayload` bytes (default: 1 MiB, or less if the prefix cannot say more) can
 * be sent. If a prefix announces more, the frame is `too-large` before any of its payload arrives,
 * and the payload is skipped. A varint without an end, or over 4294967295, is `corrupt`; a varint
 * has no `endian`. Throws a RangeError for any other width or endian.
 */
export function lengthPrefixed(options: Prefix = {}): ByteCodec {
  const { maxPayload = 1_048_576, width = 4, endian = 'big' } = options;
  checkChoice('width', width, widths);
  checkChoice('endian', endian, endians);
  const most = width === 'varint' ? Infinity : 256 ** width - 1;
  const { find, write } =
    width === 'varint' ? varint : fixed(width, endian === 'little');
  return framing({
    name: 'length',
    limit: Math.min(checkLimit(maxPayload), most),
    find,
    head: write,
    frame: payload => bytes.joined([write(payload.length), payload]),
  });
}

const fixed = (width: 1 | 2 | 4, little: boolean): Length => ({
  find(received) {
    if (received.length < width) return undefined;
    const end = width + received.uint(width, little);
    return { start: width, end, next: end };
  },
  write(length) {
    const prefix = Uint8Array.from({ length: width }, (_, at) => length / 256 ** at);
    return little ? prefix : prefix.reverse();
  },
});
