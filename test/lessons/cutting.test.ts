import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, cutAtRandom } from '../../demos/framing/cutting.ts';
import { frameSizes, read } from '../../demos/framing/reading.ts';
import { lines, text } from '../../lib/framing/index.ts';
import { seeded } from '../../lib/transport/faults/shaper.ts';

const anyChance = fc.integer({ min: 1, max: 1e9 }).map(seeded);
const messages = fc.array(
  fc.string({ unit: 'grapheme' }).filter(one => !/[\r\n]/.test(one)),
);
const codec = text(lines());

describe('cutting', () => {
  it('at random loses nothing, and makes no empty chunk', () => {
    const property = fc.property(fc.uint8Array(), anyChance, (stream, chance) => {
      const chunks = cutAtRandom(stream, chance);
      expect(Buffer.concat(chunks)).toEqual(Buffer.from(stream));
      expect(chunks.every(({ length }) => length > 0)).toBe(true);
    });
    fc.assert(property, { numRuns: 100 });
  });

  it('never changes the messages, whatever the lot', () => {
    const property = fc.property(messages, anyChance, (said, chance) => {
      const stream = Buffer.concat(said.map(codec.encode));
      const { messages, refused } = read(codec, cutAtRandom(stream, chance));
      expect([messages, refused]).toEqual([said, []]);
    });
    fc.assert(property, { numRuns: 100 });
  });

  it('cuts where it is told', () => {
    const pieces = cut(Buffer.from('abcdef'), 1, 0, 2);
    expect(pieces.map(String)).toEqual(['a', 'bc', 'def']);
  });
});

describe('reading', () => {
  it('passes over what is refused, and notes each error once', () => {
    const { messages, refused } = read(text(lines({ maxPayload: 3 })), [
      Buffer.from('a\nlong'),
      Buffer.from('er\nb\n\xff\nc'),
    ]);
    expect(messages).toEqual(['a', 'b', 'ÿ']);
    expect(refused.map(({ code }) => code)).toEqual(['too-large', 'truncated']);
  });

  it('finds how many bytes each frame takes', () => {
    expect(frameSizes(codec, Buffer.from('one\n\ntwo\r\nhalf'))).toEqual([4, 1, 5]);
  });
});
