import fc from 'fast-check';
import { type Codec, lengthPrefixed, lines, text } from '../../lib/framing/index.ts';
import { bytes, join, latin1, outcomes, type Show } from './outcomes.ts';
import { decoded, linesOf, type Piece, prefixedOf, told } from './reference.ts';

/** A codec under test and what is known of its format without it. */
export interface Subject {
  readonly name: string;
  readonly limit: number;
  make(limit: number): Codec<unknown>;
  readonly show: Show;
  /** A frame by hand, over the limit or not. */
  frame(payload: Uint8Array): Uint8Array;
  /** What must come out of a stream, however it is cut. */
  expected(stream: Uint8Array): string[];
  /** Any message at all, one that cannot be sent included. */
  readonly messages: fc.Arbitrary<unknown>;
  /** A few streams, short enough to be cut in every way. */
  readonly short: readonly Uint8Array[];
}

/** Bytes that mean something to a framing or to UTF-8 come up often. */
export const payloads = (maxLength: number): fc.Arbitrary<Uint8Array> => {
  const special = fc.constantFrom(0, 0, 0, 1, 0x0a, 0x0d, 0x61, 0xc3, 0xa9);
  return fc
    .array(fc.oneof(special, special, fc.nat(255)), { maxLength })
    .map(list => Uint8Array.from(list));
};

const line: Subject = {
  name: 'lines',
  limit: 6,
  make: maxPayload => lines({ maxPayload }),
  show: latin1,
  frame: payload => join(payload, bytes('\n')),
  expected: stream => told(linesOf(stream, 6), latin1),
  messages: payloads(9),
  short: [
    'a\r\n\nb\r\r\nc',
    '\r\n\r\r\r\n\n',
    '123456\r\nok\n',
    '123456\r7\n\n',
    '12345678\nok',
    '\xc3\xa9\n\xa9\n\xff\r\n',
  ].map(bytes),
};

const prefixed: Subject = {
  name: 'length',
  limit: 2,
  make: maxPayload => lengthPrefixed({ maxPayload }),
  show: latin1,
  frame: payload => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(payload.length);
    return join(head, payload);
  },
  expected: stream => told(prefixedOf(stream, 2), latin1),
  messages: payloads(4),
  short: [
    '\0\0\0\x01a\0\0\0\0',
    '\0\0\0\x03abc\0\0\0\x01a',
    '\0\0\0\x02\xc3\xa9\0\0\0\x01\xa9',
    '\xff\xff\xff\xff\0\0\0\0',
    '\0\0\0\0\0\0\0\0\0',
  ].map(bytes),
};

/** The same format read as text. */
const textual = (base: Subject, pieces: (stream: Uint8Array) => Piece[]): Subject => ({
  ...base,
  name: `text over ${base.name}`,
  make: limit => text(base.make(limit) as Codec<Uint8Array>),
  show: String,
  expected: stream => decoded(pieces(stream)),
  messages: fc.string({ unit: 'binary', maxLength: 4 }).map(half),
});

/** Now and then half of a surrogate pair, which has no UTF-8. */
const half = (message: string) => message.replace('a', '\ud83d');

export const [lineSubject, prefixedSubject, textSubject, prefixedTextSubject] = [
  line,
  prefixed,
  textual(line, stream => linesOf(stream, line.limit)),
  textual(prefixed, stream => prefixedOf(stream, prefixed.limit)),
] as const;

export const subjects: readonly Subject[] = [
  lineSubject,
  prefixedSubject,
  textSubject,
  prefixedTextSubject,
];

/** Everything that comes out of `chunks`; `check` sees how many bytes are held after each. */
export const run = (
  subject: Subject,
  chunks: Iterable<Uint8Array>,
  check?: (held: number) => void,
) => outcomes(subject.make(subject.limit), subject.show, chunks, check);

export const ok = (subject: Subject) => subject.frame(bytes('ok'));

export const sizes = fc
  .array(fc.nat({ max: 9 }), { maxLength: 8 })
  .map(list => [...list, 1]);
