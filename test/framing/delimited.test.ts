import { expect, it } from 'vitest';
import { delimited, text } from '../../lib/framing/index.ts';
import { bytes, latin1, outcomes } from './outcomes.ts';
import { thrown } from './thrown.ts';

it('takes a delimiter as text or as bytes', () => {
  expect(latin1(delimited('é').encode(bytes('a')))).toBe('a\xc3\xa9');
  expect(latin1(delimited(bytes('--')).encode(bytes('a')))).toBe('a--');
});

it('keeps a delimiter of its own', () => {
  const mark = bytes('--');
  const codec = delimited(mark);
  mark.fill(0x61);
  expect(latin1(codec.encode(bytes('a')))).toBe('a--');
  expect(outcomes(codec, latin1, [bytes('a--')])).toEqual(['a']);
});

it('ends a text in the bytes of its delimiter, also where they are not UTF-8', () => {
  const codec = text(delimited(Uint8Array.of(0x61, 0x80)));
  expect(latin1(codec.encode('b'))).toBe('ba\x80');
  expect(outcomes(codec, String, [bytes('ba\x80ca\x80')])).toEqual(['b', 'c']);
});

it('refuses to end frames by nothing', () => {
  expect(() => delimited('')).toThrow(
    new RangeError('Cannot delimit frames by no bytes: give one'),
  );
});

it.each([
  ['aa', 'b', undefined],
  ['aa', 'baab', 1],
  // The end of the payload and the beginning of the delimiter make one: earlier.
  ['aa', 'ba', 1],
  ['abab', 'ab', 0],
])('delimited by %j carries %j or refuses it', (mark, payload, at) => {
  const encode = () => delimited(mark).encode(bytes(payload));
  if (at === undefined) expect(latin1(encode())).toBe(payload + mark);
  else
    expect(thrown(encode)).toMatchObject({
      code: 'unencodable',
      message: `Cannot send payload: the delimiter at byte ${at} would end the frame there`,
    });
});

it('holds at most 64 KiB of a frame if not told otherwise', () => {
  const decoder = delimited('--').decoder();
  decoder.push(new Uint8Array(65_537));
  expect(decoder.read()).toBeUndefined();
  decoder.push(bytes('-a'));
  expect(thrown(() => decoder.read())).toMatchObject({ limit: 65_536, offset: 0 });
  expect(decoder.buffered).toBe(1);
});
