import { type ByteCodec, delimited, lines, slip } from '../../lib/framing/index.ts';
import { bytes, join, latin1 } from './outcomes.ts';
import { delimitedOf, linesOf, slipOf } from './reference.ts';
import { type Bytes, type Pieces, usual, utf8 } from './subject-of.ts';

const marked = (
  name: string,
  mark: string,
  make: (limit: number) => ByteCodec,
  short: readonly string[],
  pieces: Pieces = (stream, limit) => delimitedOf(stream, limit, mark),
): Bytes => ({
  ...usual,
  name,
  limit: 6,
  make,
  frame: payload => join(payload, bytes(mark)),
  short: short.map(bytes),
  special: [...bytes(mark), 0x0a, 0x0d, ...utf8],
  held: 6 + Math.max(1, mark.length - 1),
  pieces,
});

export const line = marked(
  'lines',
  '\n',
  maxPayload => lines({ maxPayload }),
  [
    'a\r\n\nb\r\r\nc',
    '\r\n\r\r\r\n\n',
    '123456\r\nok\n',
    '123456\r7\n\n',
    '12345678\nok',
    '\xc3\xa9\n\xa9\n\xff\r\n',
  ],
  linesOf,
);

export const delimiters: readonly Bytes[] = [
  marked('lines of LF', '\n', maxPayload => lines({ maxPayload, ending: 'lf' }), [
    'a\r\n\nb\r\r\nc',
    '123456\r\nok\n',
  ]),
  marked('lines of CRLF', '\r\n', maxPayload => lines({ maxPayload, ending: 'crlf' }), [
    'a\r\n\nb\r\r\nc',
    '123456\r7\r\n',
    '\r\r\n\n\r\n\r',
  ]),
  marked('delimited', '\0', maxPayload => delimited('\0', { maxPayload }), ['a\0\0bc']),
  marked('delimited by aab', 'aab', maxPayload => delimited('aab', { maxPayload }), [
    'aaabaabbaa',
    'baaabbaabab',
    '123456aaaba',
  ]),
];

export const stuffed: Bytes = {
  ...usual,
  name: 'slip',
  limit: 4,
  make: maxPayload => slip({ maxPayload }),
  frame: payload => {
    const escaped = latin1(payload).replaceAll('\xdb', '\xdb\xdd');
    return bytes(`${escaped.replaceAll('\xc0', '\xdb\xdc')}\xc0`);
  },
  special: [0xc0, 0xdb, 0xdb, 0xdc, 0xdd],
  short: [
    '\xc0\xc0a\xc0\xc0b\xc0\xc0c',
    'a\xdb\xdcb\xdb\xdd\xc0\xdb\xdc',
    '\xdb\xc0a\xdba\xc0\xdb\xdb\xdc\xc0',
    'abcde\xc0ab\xc0\xdb',
    '\xdb\xdc\xdb\xdc\xdb\xdca\xdb\xc0b',
    'abcdefghi\xc0a\xc0',
  ].map(bytes),
  held: 8,
  empty: false,
  pieces: slipOf,
};
