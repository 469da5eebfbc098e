import { describe, expect, it } from 'vitest';
import { lengthPrefixed } from '../../lib/framing/index.ts';
import { bytes, latin1 } from './outcomes.ts';
import { thrown } from './thrown.ts';

describe('length prefix, reading', () => {
  it('refuses a length over the limit before any payload is there', () => {
    const decoder = lengthPrefixed().decoder();
    decoder.push(bytes('GET '));
    expect(thrown(() => decoder.read())).toMatchObject({
      code: 'too-large',
      message:
        'Cannot read frame at byte 0: payload of 1195725856 bytes exceeds the limit of 1048576 bytes',
      size: 1_195_725_856,
      limit: 1_048_576,
      recoverable: true,
    });
  });

  it('skips as many bytes as announced, then reads on', () => {
    const decoder = lengthPrefixed({ maxPayload: 1 }).decoder();
    decoder.push(bytes('\0\0\0\x03a'));
    expect(thrown(() => decoder.read()).offset).toBe(0);
    decoder.push(bytes('bc\0\0\0\x02d'));
    expect(thrown(() => decoder.read()).offset).toBe(7);
    decoder.push(bytes('e\0\0\0\x01f'));
    expect(latin1(decoder.read())).toBe('f');
    expect(() => decoder.end()).not.toThrow();
  });

  it('calls a stream truncated that ends just after a prefix', () => {
    const decoder = lengthPrefixed().decoder();
    decoder.push(bytes('\0\0\0\0\0\0\0\x05'));
    expect(latin1(decoder.read())).toBe('');
    expect(decoder.read()).toBeUndefined();
    expect(thrown(() => decoder.end())).toMatchObject({
      code: 'truncated',
      message: 'Cannot read frame at byte 4: the stream ended after 4 bytes of it',
      offset: 4,
      recoverable: false,
    });
  });
});

describe('length prefix, writing', () => {
  it('puts the length first, highest byte first', () => {
    const frame = lengthPrefixed().encode(new Uint8Array(258));
    expect([...frame.subarray(0, 4)]).toEqual([0, 0, 1, 2]);
    expect(frame).toHaveLength(262);
  });

  it('takes any bytes up to the limit and no more', () => {
    const codec = lengthPrefixed({ maxPayload: 2 });
    expect(latin1(codec.encode(bytes('\n\r')))).toBe('\0\0\0\x02\n\r');
    expect(thrown(() => codec.encode(bytes('abc')))).toMatchObject({
      code: 'too-large',
      message: 'Cannot send payload of 3 bytes: the limit is 2',
      size: 3,
      limit: 2,
    });
  });
});
