import {
  type ByteCodec,
  lengthPrefixed,
  netstring,
  websocket,
} from '../../lib/framing/index.ts';
import { bytes, join } from './outcomes.ts';
import {
  countedOf,
  type Head,
  netstringHead,
  numberHead,
  varintHead,
  websocketHead,
} from './reference-lengths.ts';
import { type Bytes, usual, utf8 } from './subject-of.ts';

const counted = (
  name: string,
  make: (limit: number) => ByteCodec,
  prefix: (size: number) => Uint8Array,
  head: Head,
  more: Partial<Bytes> & Pick<Bytes, 'short'>,
): Bytes => ({
  ...usual,
  name,
  limit: 2,
  make,
  frame: payload => join(prefix(payload.length), payload),
  special: [0, 0, 0, 1, 2, ...utf8],
  held: 6,
  pieces: countedOf(head),
  ...more,
});

export const fixed = (
  width: 1 | 2 | 4,
  endian: 'big' | 'little',
  short: readonly string[],
) =>
  counted(
    width === 4 && endian === 'big' ? 'length' : `length of ${width}, ${endian}`,
    maxPayload => lengthPrefixed({ maxPayload, width, endian }),
    size => {
      const head = Buffer.alloc(width);
      if (endian === 'big') head.writeUIntBE(size, 0, width);
      else head.writeUIntLE(size, 0, width);
      return head;
    },
    numberHead(width, endian === 'little'),
    { short: short.map(bytes), sayable: 256 ** width - 1 },
  );

export const prefixed = fixed(4, 'big', [
  '\0\0\0\x01a\0\0\0\0',
  '\0\0\0\x03abc\0\0\0\x01a',
  '\0\0\0\x02\xc3\xa9\0\0\0\x01\xa9',
  '\xff\xff\xff\xff\0\0\0\0',
  '\0\0\0\0\0\0\0\0\0',
]);

export const varint = counted(
  'length in a varint',
  maxPayload => lengthPrefixed({ maxPayload, width: 'varint' }),
  size => {
    const digits = size
      .toString(2)
      .padStart(7 * Math.max(1, Math.ceil(size.toString(2).length / 7)), '0');
    const groups = (digits.match(/.{7}/g) ?? []).reverse();
    const last = groups.length - 1;
    return Uint8Array.from(groups, (bits, index) =>
      Number.parseInt((index < last ? '1' : '0') + bits, 2),
    );
  },
  varintHead,
  {
    special: [0, 1, 2, 0x80, 0x81, 0xff],
    short: [
      '\x01a\0\x81\0b\x80',
      '\x03abc\0\x80\x80\0',
      '\x01a\x80\x80\x80\x80\x80ab',
      '\xff\xff\xff\xff\x7fab',
    ].map(bytes),
    corrupt: bytes('\xff\xff\xff\xff\xff'),
  },
);

export const netstrings = counted(
  'netstring',
  maxPayload => netstring({ maxPayload }),
  size => bytes(`${size}:`),
  netstringHead,
  {
    frame: payload => join(bytes(`${payload.length}:`), payload, bytes(',')),
    special: [0x30, 0x31, 0x32, 0x33, 0x3a, 0x3a, 0x2c, 0x2c],
    short: [
      '1:a,0:,2:b',
      '3:abc,0:,',
      '1:a,01:b,',
      '0:,1:ab0:,',
      '1:a,:b,x',
      '3:abcd1:a,',
      '99999999999:',
    ].map(bytes),
    corrupt: bytes('1:ab'),
    held: 2 + 11,
  },
);

export const websockets = counted(
  'websocket',
  maxPayload => websocket({ maxPayload }),
  size => {
    if (size < 126) return Uint8Array.of(0x81, size);
    const head = Buffer.from([0x81, 126, 0, 0]);
    head.writeUInt16BE(size, 2);
    return head;
  },
  websocketHead,
  {
    special: [0x81, 0x81, 0, 1, 2, 126, 127],
    short: [
      '\x81\x01a\x81\0',
      '\x81\x03abc\x81\x01a',
      '\x81\x02\xc3\xa9\x81\x01',
      '\x81\x7e\0\x7eabcd',
      '\x81\x7e\0\x01a',
      '\x81\x7f\0\0\0\0\0',
    ].map(bytes),
    corrupt: bytes('\x82\x01a'),
    sayable: 0xffff,
    held: 2 + 9,
  },
);
