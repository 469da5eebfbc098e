import { describe, expect, it } from 'vitest';
import { netstring } from '../../lib/framing/index.ts';
import { bytes, cut, latin1, outcomes } from './outcomes.ts';
import { thrown } from './thrown.ts';

const read = (stream: string) => outcomes(netstring(), latin1, [bytes(stream)]);

/** The examples of cr.yp.to/proto/netstrings.txt. */
const published = [
  ['hello world!', [0x31, 0x32, 0x3a, ...bytes('hello world!'), 0x2c]],
  ['', [0x30, 0x3a, 0x2c]],
] as const;

describe('netstring', () => {
  it.each(published)('writes and reads %j as published', (payload, frame) => {
    expect([...netstring().encode(bytes(payload))]).toEqual(frame);
    for (const size of [1, 9, 99]) {
      const chunks = cut(Uint8Array.from(frame), [size]);
      expect(outcomes(netstring(), latin1, chunks)).toEqual([payload]);
    }
  });

  it('carries netstrings in a netstring', () => {
    expect(read('12:5:hello,1:a,,')).toEqual(['5:hello,1:a,']);
  });

  it.each([
    ['no length', ':a,', 'its length has a byte 58'],
    ['a length that is not a number', '1a:', 'its length has a byte 97'],
    ['a sign', '-1:', 'its length has a byte 45'],
    ['a space', ' 1:', 'its length has a byte 32'],
    ['a zero in front', '01:a,', 'its length begins with 0'],
    ['a length without end', '12345678901', 'its length has over 10 digits'],
    ['another byte for the comma', '1:ab', 'no comma after its payload'],
  ])('is corrupt with %s', (_what, wrong, why) => {
    const decoder = netstring().decoder();
    decoder.push(bytes(`2:ok,${wrong}2:ok,`));
    expect(latin1(decoder.read())).toBe('ok');
    expect(thrown(() => decoder.read())).toMatchObject({
      code: 'corrupt',
      message: `Cannot read frame at byte 5 or after it: ${why}`,
      offset: 5,
      recoverable: false,
    });
    expect(decoder.buffered).toBe(0);
  });

  it('refuses a length over the limit before its colon is followed by anything', () => {
    const decoder = netstring({ maxPayload: 9 }).decoder();
    decoder.push(bytes('4294967295'));
    expect(decoder.read()).toBeUndefined();
    decoder.push(bytes(':'));
    expect(thrown(() => decoder.read())).toMatchObject({
      code: 'too-large',
      size: 2 ** 32 - 1,
      limit: 9,
    });
  });

  it.each(['5', '5:', '5:hell', '5:hello'])('is truncated after %j', stream => {
    expect(read(`0:,${stream}`)).toEqual(['', 'truncated@3']);
  });
});
