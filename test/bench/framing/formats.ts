import { crc32 } from 'node:zlib';
import {
  type ByteCodec,
  checksummed,
  delimited,
  lengthPrefixed,
  lines,
  netstring,
  slip,
} from '../../../lib/framing/index.ts';

/** Room for 16 MiB of payload and its checksum. */
const limit = { maxPayload: 2 ** 25 };

/** What is on the wire: each of our framings writes it, and the peers read it. */
export const formats = {
  lines: lines(limit),
  'lines of CRLF': lines({ ...limit, ending: 'crlf' }),
  'delimited by --end--': delimited('--end--', limit),
  length: lengthPrefixed(limit),
  varint: lengthPrefixed({ ...limit, width: 'varint' }),
  netstring: netstring(limit),
  slip: slip(limit),
  'lines with a checksum': checksummed(lines(limit), crc32),
} as const satisfies Record<string, ByteCodec>;

export type Format = keyof typeof formats;
