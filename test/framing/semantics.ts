import { crc32 } from 'node:zlib';
import {
  type ByteCodec,
  checksummed,
  datagram,
  delimited,
  lengthPrefixed,
  lines,
  netstring,
  raw,
  slip,
  websocket,
} from '../../lib/framing/index.ts';

/** A stream, in latin1, and what comes out of it. */
export type Example = readonly [stream: string, ...outcomes: string[]];

/** What one framing does, in examples: docs print them, a test runs them. Limit: 5 bytes. */
export interface Semantics {
  readonly framing: string;
  readonly codec: ByteCodec;
  /** `hello` as a frame. */
  readonly hello: string;
  /** An empty frame, if it can say one. */
  readonly empty?: string;
  /** A payload it cannot carry, if there is one. */
  readonly cannot?: string;
  /** A frame over the limit, then a good one. */
  readonly over: Example;
  /** The stream ends inside a frame, as late as it can: after a length, before an end. */
  readonly cut: Example;
  /** One byte of `hello` is another, and a good frame follows. */
  readonly damaged: Example;
}

const limit = { maxPayload: 5 };

export const semantics: readonly Semantics[] = [
  {
    framing: 'lines',
    codec: lines(limit),
    hello: 'hello\n',
    empty: '\n',
    cannot: 'a\nb',
    over: ['123456\nok\n', 'too-large@0', 'ok'],
    cut: ['ok\nhello', 'ok', 'truncated@3'],
    damaged: ['hel\no\nok\n', 'hel', 'o', 'ok'],
  },
  {
    framing: 'lines of LF',
    codec: lines({ ...limit, ending: 'lf' }),
    hello: 'hello\n',
    empty: '\n',
    cannot: 'a\nb',
    over: ['12345\r\nok\n', 'too-large@0', 'ok'],
    cut: ['ok\nhello', 'ok', 'truncated@3'],
    damaged: ['hell\r\nok\n', 'hell\r', 'ok'],
  },
  {
    framing: 'lines of CRLF',
    codec: lines({ ...limit, ending: 'crlf' }),
    hello: 'hello\r\n',
    empty: '\r\n',
    cannot: 'a\r\nb',
    over: ['123456\r\nok\r\n', 'too-large@0', 'ok'],
    cut: ['ok\r\nhello\r', 'ok', 'truncated@4'],
    damaged: ['hello\r\0ok\r\nok\r\n', 'too-large@0', 'ok'],
  },
  {
    framing: 'delimited by 0',
    codec: delimited('\0', limit),
    hello: 'hello\0',
    empty: '\0',
    cannot: 'a\0b',
    over: ['123456\0ok\0', 'too-large@0', 'ok'],
    cut: ['ok\0hello', 'ok', 'truncated@3'],
    damaged: ['he\0lo\0ok\0', 'he', 'lo', 'ok'],
  },
  {
    framing: 'length, 1 byte',
    codec: lengthPrefixed({ ...limit, width: 1 }),
    hello: '\x05hello',
    empty: '\0',
    over: ['\x06123456\x02ok', 'too-large@0', 'ok'],
    cut: ['\x02ok\x05', 'ok', 'truncated@3'],
    damaged: ['\x04hello\x02ok', 'hell', 'too-large@5', 'truncated@5'],
  },
  {
    framing: 'length, 2 bytes, lowest first',
    codec: lengthPrefixed({ ...limit, width: 2, endian: 'little' }),
    hello: '\x05\0hello',
    empty: '\0\0',
    over: ['\x06\x00123456\x02\0ok', 'too-large@0', 'ok'],
    cut: ['\x02\0ok\x05\0', 'ok', 'truncated@4'],
    damaged: ['\x07\0hello\x02\0ok', 'too-large@0', 'too-large@9', 'truncated@9'],
  },
  {
    framing: 'length, 4 bytes',
    codec: lengthPrefixed(limit),
    hello: '\0\0\0\x05hello',
    empty: '\0\0\0\0',
    over: ['\0\0\0\x06123456\0\0\0\x02ok', 'too-large@0', 'ok'],
    cut: ['\0\0\0\x02ok\0\0\0\x05', 'ok', 'truncated@6'],
    damaged: ['\x80\0\0\x05hello\0\0\0\x02ok', 'too-large@0', 'truncated@0'],
  },
  {
    framing: 'length, varint',
    codec: lengthPrefixed({ ...limit, width: 'varint' }),
    hello: '\x05hello',
    empty: '\0',
    over: ['\x06123456\x02ok', 'too-large@0', 'ok'],
    cut: ['\x02ok\x05', 'ok', 'truncated@3'],
    damaged: ['\x85\xe8\xec\xec\xef\x02ok', 'corrupt@0'],
  },
  {
    framing: 'netstring',
    codec: netstring(limit),
    hello: '5:hello,',
    empty: '0:,',
    over: ['6:123456,2:ok,', 'too-large@0', 'ok'],
    cut: ['2:ok,5:hello', 'ok', 'truncated@5'],
    damaged: ['4:hello,2:ok,', 'corrupt@0'],
  },
  {
    framing: 'websocket',
    codec: websocket(limit),
    hello: '\x81\x05hello',
    empty: '\x81\0',
    over: ['\x81\x06123456\x81\x02ok', 'too-large@0', 'ok'],
    cut: ['\x81\x02ok\x81\x05', 'ok', 'truncated@4'],
    damaged: ['\x80\x05hello\x81\x02ok', 'corrupt@0'],
  },
  {
    framing: 'slip',
    codec: slip(limit),
    hello: 'hello\xc0',
    cannot: '',
    over: ['123456\xc0ok\xc0', 'too-large@0', 'ok'],
    cut: ['ok\xc0hello', 'ok', 'truncated@3'],
    damaged: ['he\xdblo\xc0ok\xc0', 'malformed@0', 'ok'],
  },
  {
    framing: 'lines with a checksum',
    codec: checksummed(lines({ maxPayload: 13 }), crc32),
    hello: 'hello3610a686\n',
    empty: '00000000\n',
    cannot: 'a\nb',
    over: ['123456789abcdef\nok79dcdd47\n', 'too-large@0', 'ok'],
    cut: ['ok79dcdd47\nhello3610a686', 'ok', 'truncated@11'],
    damaged: ['hellp3610a686\nok79dcdd47\n', 'malformed@0', 'ok'],
  },
  {
    framing: 'datagram',
    codec: datagram(limit),
    hello: 'hello',
    empty: '',
    over: ['123456', 'too-large@0'],
    cut: ['hel', 'hel'],
    damaged: ['hellp', 'hellp'],
  },
  {
    framing: 'raw',
    codec: raw(),
    hello: 'hello',
    cannot: '',
    over: ['123456', '123456'],
    cut: ['hel', 'hel'],
    damaged: ['hellp', 'hellp'],
  },
];
