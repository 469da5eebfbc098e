import { crc32 } from 'node:zlib';
import { harmOf } from '../../demos/framing/harm.ts';
import {
  type ByteCodec,
  checksummed,
  delimited,
  FrameError,
  lengthPrefixed,
  lines,
  netstring,
  slip,
  websocket,
} from '../../lib/framing/index.ts';

/** What no program can compute: how it works, in words, and who else uses it. */
interface Described {
  readonly codec: ByteCodec;
  readonly ends: string;
  /** The payloads that it cannot carry, each with an example. The example is tried, unless it is too long. */
  readonly cannot: Readonly<Record<string, string | undefined>>;
  readonly wild: string;
}

const most = { 'more than 4,294,967,295 B': undefined };

const framings: Readonly<Record<string, Described>> = {
  'lines()': {
    codec: lines(),
    ends: 'at LF; CR before it is not part of it',
    cannot: { 'LF inside': 'a\nb', 'CR at the end': 'a\r' },
    wild: 'JSON Lines; syslog over TCP (RFC 6587, 3.4.2)',
  },
  "lines({ ending: 'crlf' })": {
    codec: lines({ ending: 'crlf' }),
    ends: 'at CR LF',
    cannot: { 'CR LF inside': 'a\r\nb' },
    wild: 'SMTP (RFC 5321, 2.3.8), IRC (RFC 2812, 2.3), the header of HTTP/1.1 (RFC 9112, 2.1)',
  },
  "delimited('\\0')": {
    codec: delimited('\0'),
    ends: 'at a byte or bytes of your choice',
    cannot: { 'that delimiter': 'a\0b' },
    wild: '`find -print0`; STOMP frames end in NUL',
  },
  'lengthPrefixed({ width: 2 })': {
    codec: lengthPrefixed({ width: 2 }),
    ends: 'after as many bytes as the first two say',
    cannot: { 'more than 65,535 B': 'a'.repeat(65_536) },
    wild: 'DNS over TCP (RFC 1035, 4.2.2)',
  },
  'lengthPrefixed()': {
    codec: lengthPrefixed(),
    ends: 'after as many bytes as the first four say',
    cannot: most,
    wild: 'Erlang `{packet, 4}`; BitTorrent; gRPC, after a byte of flags',
  },
  "lengthPrefixed({ width: 'varint' })": {
    codec: lengthPrefixed({ width: 'varint' }),
    ends: 'the same, in as few bytes as the length needs',
    cannot: most,
    wild: 'Protocol Buffers, "delimited"; MQTT, after a byte of type',
  },
  'netstring()': {
    codec: netstring(),
    ends: 'after as many bytes as the digits say; a comma checks it',
    cannot: {},
    wild: 'SCGI. Close relatives: HTTP/1.1 chunks (RFC 9112, 7.1), Redis bulk strings, syslog with octet counting (RFC 6587, 3.4.1)',
  },
  'slip()': {
    codec: slip(),
    ends: 'at END (`c0`), which is escaped inside',
    cannot: { 'an empty payload': '' },
    wild: 'IP over serial lines (RFC 1055); the boot loader of ESP32, with END before it too',
  },
  'websocket()': {
    codec: websocket(),
    ends: 'after as many bytes as one, two or eight say, after a byte `81`',
    cannot: { 'nothing; but others refuse what is not UTF-8 (5.6)': undefined },
    wild: 'WebSocket, from the server (RFC 6455, 5.2)',
  },
  'checksummed(lines(), crc32)': {
    codec: checksummed(lines(), crc32),
    ends: 'at LF, after eight digits of CRC-32',
    cannot: { 'LF inside': 'a\nb' },
    wild: 'GPS receivers: NMEA 0183 ends a line in `*` and two such digits (of an XOR)',
  },
};

const said = ['pay 100', 'to Zoe', 'Thanks', 'Bye'];

/** Returns a table with one row per framing. The numbers are computed. */
export function framingTable(): string {
  const rows = Object.entries(framings).map(([name, { codec, ends, cannot, wild }]) => {
    const { flips, lost, wrong } = harmOf(codec, said);
    const harm = [wrong, lost].map(count => percent(count / flips));
    const cells = [
      ends,
      refused(codec, cannot),
      overhead(codec, 16),
      overhead(codec, 1_024),
    ];
    return `| \`${name}\` | ${[...cells, ...harm, wild].join(' | ')} |`;
  });
  return [
    '| framing | a frame ends | it cannot carry | costs for 16 B | for 1 KiB | one bit flipped: a wrong message passes | one bit flipped: the rest is lost | in the wild |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** Returns what the framing cannot carry. Throws for an example that it does carry. */
function refused(codec: ByteCodec, cannot: Described['cannot']): string {
  for (const [what, example] of Object.entries(cannot)) {
    if (example !== undefined && carries(codec, Buffer.from(example)))
      throw new Error(`${codec.name} carries what it is said not to: ${what}`);
  }
  return Object.keys(cannot).join(', ') || 'nothing';
}

function carries(codec: ByteCodec, payload: Uint8Array): boolean {
  try {
    return codec.encode(payload).length > 0;
  } catch (error) {
    if (error instanceof FrameError) return false;
    throw error;
  }
}

/** Returns how many bytes are not payload, in the best and in the worst case. */
function overhead(codec: ByteCodec, size: number): string {
  const sums = [0x78, 0xc0].map(
    byte => codec.encode(new Uint8Array(size).fill(byte)).length - size,
  );
  const [least, most] = [Math.min(...sums), Math.max(...sums)];
  return least === most ? `${least} B` : `${least} to ${most} B`;
}

const percent = (share: number): string =>
  share === 0 ? 'never' : `${Math.round(100 * share)} %`;
