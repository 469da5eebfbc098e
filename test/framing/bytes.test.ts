import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byBuffer } from '../../lib/framing/bytes.ts';
import { type Bytes, standard } from '../../lib/framing/standard-bytes.ts';

const native = byBuffer({ Buffer, isAscii, isUtf8 } as typeof import('node:buffer'));
const array = fc.uint8Array({ maxLength: 40 });
/** Broken UTF-8, U+FFFD as itself, and a byte order mark come up often. */
const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }).map(text => new TextEncoder().encode(text)),
  fc.constantFrom('ef bf bd', 'ef bb bf 61', 'c3', 'ed a0 80').map(fromHex),
  array,
);

const bits = fc
  .array(fc.nat(1), { minLength: 1, maxLength: 3 })
  .map(all => Uint8Array.from(all));

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.split(' '), byte => Number.parseInt(byte, 16));
}

const calls: Record<string, fc.Arbitrary<(bytes: Bytes) => unknown>> = {
  fromText: fc.string({ unit: 'grapheme' }).map(text => by => [...by.fromText(text)]),
  toText: fc.tuple(texts, fc.nat(9)).map(
    ([all, from]) =>
      by =>
        by.toText(all, Math.min(from, all.length), all.length),
  ),
  fromLatin1: array.map(all => by => [...by.fromLatin1(native.toLatin1(all))]),
  toLatin1: array.map(all => by => by.toLatin1(all)),
  joined: fc.array(array).map(parts => by => [...by.joined(parts)]),
  indexOf: fc.tuple(fc.array(fc.nat(1)), fc.oneof(fc.nat(1), bits)).map(
    ([all, part]) =>
      by =>
        by.indexOf(Uint8Array.from(all), part),
  ),
  memory: fc.nat(40).map(size => by => by.memory(size).length),
  searchable: array.map(all => by => [...by.searchable(new Uint8Array(all))]),
};

/** Throws if `other` does something with bytes that Buffer does not. */
const compare = (name: string, other: Bytes) =>
  fc.assert(
    fc.property(calls[name] as never, (call: (bytes: Bytes) => unknown) => {
      expect(call(other)).toEqual(call(native));
    }),
    { numRuns: 300 },
  );

const wrong: Record<string, Bytes> = {
  fromText: {
    ...standard,
    fromText: text => Uint8Array.from(text, c => c.charCodeAt(0)),
  },
  toText: {
    ...standard,
    toText: (all, from, to) => new TextDecoder().decode(all.subarray(from, to)),
  },
  fromLatin1: { ...standard, fromLatin1: standard.fromText },
  toLatin1: { ...standard, toLatin1: all => new TextDecoder().decode(all) },
  joined: { ...standard, joined: parts => parts.at(-1) ?? new Uint8Array(0) },
  indexOf: {
    ...standard,
    indexOf: (all, part) => all.indexOf(Number([part].flat()[0])),
  },
  memory: { ...standard, memory: size => new Uint8Array(size + 1) },
  searchable: { ...standard, searchable: memory => memory.subarray(1) },
};

describe.each(Object.keys(calls))('%s', name => {
  it('is the same in a browser as in Node', () => compare(name, standard));

  it('convicts one that is not', () => {
    expect(() => compare(name, wrong[name] as Bytes)).toThrow();
  });
});
