import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type ByteCodec,
  checksummed,
  delimited,
  dissect,
  lengthPrefixed,
  lines,
  netstring,
  slip,
} from '../../lib/framing/index.ts';
import { bytes, latin1 } from './outcomes.ts';
import { semantics } from './semantics.ts';
import { payloads, runs } from './subject.ts';

/** A stream as its parts: `length 5: | payload hello | check ,`. */
const told = (codec: ByteCodec, stream: string) =>
  dissect(codec, bytes(stream))
    .map(({ role, start, end }) => `${role} ${stream.slice(start, end)}`)
    .join(' | ');

it.each<[string, ByteCodec, string, string]>([
  [
    'lines',
    lines(),
    'a\r\n\nb',
    'payload a | delimiter \r\n | delimiter \n | payload b',
  ],
  ['a delimiter', delimited('--'), 'a-b--', 'payload a-b | delimiter --'],
  ['half a delimiter', delimited('--'), 'a-', 'payload a-'],
  [
    'a length',
    lengthPrefixed({ width: 1 }),
    '\x01a\0',
    'length \x01 | payload a | length \0',
  ],
  ['half a length', lengthPrefixed(), '\0\0', 'length \0\0'],
  [
    'half a payload',
    lengthPrefixed({ width: 'varint' }),
    '\x80\x01a',
    'length \x80\x01 | payload a',
  ],
  ['a netstring', netstring(), '2:ok,', 'length 2: | payload ok | check ,'],
  ['a netstring without its comma', netstring(), '2:ok', 'length 2: | payload ok'],
  ['rubbish', netstring(), '0:,ab', 'length 0: | check , | unknown ab'],
  [
    'escapes',
    slip(),
    '\xc0a\xdb\xdcb\xc0',
    'delimiter \xc0 | payload a | escape \xdb\xdc | payload b | delimiter \xc0',
  ],
  [
    'a checksum in a second frame, and after a length',
    checksummed(lengthPrefixed({ width: 1 }), crc32),
    '\x09a12345678\x09b12345678',
    'length \t | payload a | check 12345678 | length \t | payload b | check 12345678',
  ],
  [
    'a checksum',
    checksummed(lines(), crc32),
    'a12345678\n',
    'payload a | check 12345678 | delimiter \n',
  ],
  [
    'a checksum after an escape',
    checksummed(slip(), crc32),
    '\xdb\xdd12345678\xc0',
    'escape \xdb\xdd | check 12345678 | delimiter \xc0',
  ],
])('names the parts of %s', (_what, codec, stream, parts) => {
  expect(told(codec, stream)).toBe(parts);
});

it.each(semantics)('gives every byte of $framing one role', ({ codec }) => {
  const special = [...bytes('0:1,\r\n'), 0, 1, 0x80, 0xc0, 0xdb, 0xdc, 0xdd];
  const property = fc.property(payloads(30, special), stream => {
    let at = 0;
    for (const { start, end } of dissect(codec, stream)) {
      expect(start).toBe(at);
      expect(end).toBeGreaterThan(start);
      at = end;
    }
    expect(at).toBe(stream.length);
  });
  fc.assert(property, runs(200));
});

it.each(semantics)('finds the payload of $framing', ({ codec, hello }) => {
  const parts = dissect(codec, bytes(hello)).filter(({ role }) => role === 'payload');
  expect(parts.map(({ start, end }) => hello.slice(start, end))).toEqual(['hello']);
  expect(latin1(codec.encode(bytes('hello')))).toBe(hello);
});
