import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { type ByteCodec, checksummed, text } from '../../lib/framing/index.ts';
import { anyCharacter } from '../character.ts';
import { bytes, join, latin1 } from './outcomes.ts';
import { checkedOf, decoded, type Piece, told } from './reference.ts';
import { payloads, type Subject } from './subject.ts';

export type Pieces = (stream: Uint8Array, limit: number) => Piece[];
/** A framing of bytes, before it is read as bytes or as text. */
export type Bytes = Omit<Subject, 'make' | 'expected' | 'messages'> & {
  make(limit: number): ByteCodec;
  readonly pieces: Pieces;
};

/** These make it likely that a payload is UTF-8, or nearly. */
export const utf8 = [0xc3, 0xa9];

/** What most have in common. */
export const usual = {
  show: latin1,
  sayable: Infinity,
  empty: true,
};

export const subjectOf = (base: Bytes): Subject => ({
  ...base,
  expected: stream => told(base.pieces(stream, base.limit), latin1),
  messages: payloads(base.limit + 3, base.special),
});

/** The same format with a checksum in each frame. */
export const checked = (base: Bytes): Bytes => {
  const limit = 12;
  const frame = (payload: Uint8Array) => {
    const check = crc32(payload).toString(16).padStart(8, '0');
    return base.frame(join(payload, bytes(check)));
  };
  return {
    ...base,
    name: `${base.name}, checksummed`,
    limit,
    make: maxPayload => checksummed(base.make(maxPayload), crc32),
    frame,
    short: [frame(bytes('b')), join(base.frame(bytes('')), bytes('\n'))],
    held: 2 * limit + 4,
    empty: true,
    pieces: stream => checkedOf(base.pieces(stream, limit)),
  };
};

/** The same format read as text. */
export const textual = (base: Bytes): Subject => ({
  ...base,
  name: `text over ${base.name}`,
  make: limit => text(base.make(limit)),
  show: String,
  expected: stream => decoded(base.pieces(stream, base.limit)),
  messages: fc.string({ unit: anyCharacter, maxLength: 4 }).map(half),
});

/** Now and then half of a surrogate pair, which has no UTF-8. */
const half = (message: string) => message.replace('a', '\ud83d');
