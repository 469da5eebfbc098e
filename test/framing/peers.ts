import { createRequire } from 'node:module';
import { type Duplex, finished } from 'node:stream';
import { DelimiterParser } from '@serialport/parser-delimiter';
import { SlipDecoder, SlipEncoder } from '@serialport/parser-slip-encoder';
import { decode, encode } from 'it-length-prefixed';
import split2 from 'split2';
import {
  type ByteCodec,
  delimited,
  lengthPrefixed,
  lines,
  slip,
} from '../../lib/framing/index.ts';
import { latin1 } from './outcomes.ts';

/** A public package that reads the same format as one of our codecs. */
export interface Peer {
  readonly name: string;
  readonly codec: ByteCodec;
  /** What it makes of a stream; `error` for any error. */
  read(chunks: readonly Uint8Array[]): Promise<string[]>;
  /** A frame as it writes it, if it can write. */
  write?(payload: Uint8Array): Promise<string>;
  /** Loses them: a fact of its own row. */
  readonly losesEmpty?: boolean;
  /** Where it is not right: the stream, what it reads, what we read, and why. */
  readonly differs: readonly Row[];
}

export type Row = readonly [
  why: string,
  stream: string,
  theirs: readonly string[],
  ours: readonly string[],
];

/** What comes out of a stream of Node for what is put in. */
export function through(
  stream: Duplex,
  chunks: readonly Uint8Array[],
): Promise<string[]> {
  const seen: string[] = [];
  stream.on('data', (data: Buffer | string) =>
    seen.push(typeof data === 'string' ? data : latin1(data)),
  );
  return new Promise(resolve => {
    // One of them ends with 'close' and no 'end' after an error.
    finished(stream, error => resolve(error ? [...seen, 'error'] : seen));
    for (const chunk of chunks) stream.write(Buffer.from(chunk));
    stream.end();
  });
}

const { decode: decodeStream, encode: encodeStream } = createRequire(import.meta.url)(
  'length-prefixed-stream',
) as { decode(options?: { limit?: number }): Duplex; encode(): Duplex };

const cutOff = 'takes an unfinished frame for a whole one';
const gone = 'loses an unfinished frame without a word';
const empty = 'loses empty frames';

export const peers: readonly Peer[] = [
  {
    name: 'split2("\\n")',
    codec: lines({ ending: 'lf' }),
    read: chunks => through(split2('\n'), chunks),
    differs: [[cutOff, 'a\nb', ['a', 'b'], ['a', 'truncated@2']]],
  },
  {
    name: 'split2()',
    codec: lines(),
    read: chunks => through(split2(), chunks),
    differs: [[cutOff, 'a\r\nb\r', ['a', 'b\r'], ['a', 'truncated@3']]],
  },
  {
    name: 'split2 with maxLength',
    codec: lines({ maxPayload: 3 }),
    read: chunks => through(split2({ maxLength: 3 }), chunks),
    differs: [
      [
        'forgets its limit where the line comes in one chunk',
        'abcdef\nok\n',
        ['abcdef', 'ok'],
        ['too-large@0', 'ok'],
      ],
    ],
  },
  {
    name: '@serialport/parser-delimiter',
    codec: delimited('aab'),
    read: chunks => through(new DelimiterParser({ delimiter: 'aab' }), chunks),
    losesEmpty: true,
    differs: [
      [cutOff, '1aab2', ['1', '2'], ['1', 'truncated@4']],
      [empty, 'aab1aab', ['1'], ['', '1']],
    ],
  },
  {
    name: 'length-prefixed-stream',
    codec: lengthPrefixed({ width: 'varint' }),
    read: chunks => through(decodeStream(), chunks),
    write: async payload => (await through(encodeStream(), [payload])).join(''),
    losesEmpty: true,
    differs: [
      [gone, '\x01a\x02b', ['a'], ['a', 'truncated@2']],
      [empty, '\0\x01a', ['a'], ['', 'a']],
    ],
  },
  {
    name: 'it-length-prefixed',
    codec: lengthPrefixed({ width: 'varint' }),
    async read(chunks) {
      const seen: string[] = [];
      try {
        for (const frame of decode(chunks)) seen.push(latin1(frame.subarray()));
      } catch {
        seen.push('error');
      }
      return seen;
    },
    write: async payload => latin1(encode.single(payload).subarray()),
    differs: [
      ['ends well just after a length', '\x01a\x02', ['a'], ['a', 'truncated@2']],
      [
        'takes the rest of a longer form for payload',
        '\x81\0a\x01b',
        ['\0', 'error'],
        ['a', 'b'],
      ],
    ],
  },
  {
    name: '@serialport/parser-slip-encoder',
    codec: slip(),
    read: chunks => through(new SlipDecoder(), chunks),
    write: async payload => (await through(new SlipEncoder(), [payload])).join(''),
    losesEmpty: true,
    differs: [
      [cutOff, 'a\xc0b', ['a', 'b'], ['a', 'truncated@2']],
      [
        'gives two frames for one with a wrong escape',
        'a\xdbbc\xc0ok\xc0',
        ['a', 'bc', 'ok'],
        ['malformed@0', 'ok'],
      ],
    ],
  },
];
