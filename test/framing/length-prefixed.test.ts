import { describe, expect, it } from 'vitest';
import { lengthPrefixed, netstring, websocket } from '../../lib/framing/index.ts';
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

describe('length prefix, widths', () => {
  it.each([
    [{ width: 1 }, 5, [5]],
    [{ width: 2 }, 258, [1, 2]],
    [{ width: 2, endian: 'little' }, 258, [2, 1]],
    [{ width: 4, endian: 'little' }, 258, [2, 1, 0, 0]],
    [{ width: 'varint' }, 127, [127]],
    [{ width: 'varint' }, 128, [0x80, 1]],
    // The example of the documentation of Protocol Buffers is 150.
    [{ width: 'varint' }, 150, [0x96, 1]],
    [{ width: 'varint' }, 300, [0xac, 2]],
  ] as const)('with %j writes %d as %j', (options, size, prefix) => {
    const codec = lengthPrefixed(options);
    const frame = codec.encode(new Uint8Array(size));
    expect([...frame.subarray(0, frame.length - size)]).toEqual(prefix);
    const decoder = codec.decoder();
    decoder.push(frame);
    expect(decoder.read()).toHaveLength(size);
  });

  it.each([
    [1, 255],
    [2, 65_535],
  ] as const)('cannot say more than %d bytes hold', (width, limit) => {
    const codec = lengthPrefixed({ width });
    expect(codec.encode(new Uint8Array(limit))).toHaveLength(width + limit);
    const error = thrown(() => codec.encode(new Uint8Array(limit + 1)));
    expect(error).toMatchObject({ code: 'too-large', limit });
  });

  it.each([
    [
      'varint',
      lengthPrefixed({ width: 'varint' }),
      '\xff\xff\xff\xff\x0f',
      '\x80\x80\x80\x80\x10',
    ],
    ['netstring', netstring(), '4294967295:', '4294967296:'],
    [
      'websocket',
      websocket(),
      '\x81\x7f\0\0\0\0\xff\xff\xff\xff',
      '\x81\x7f\0\0\0\x01\0\0\0\0',
    ],
  ])(
    'skips as much as any limit can be, and gives up at a length over it: %s',
    (_, codec, most, more) => {
      const read = (head: string) => {
        const decoder = codec.decoder();
        decoder.push(bytes(head));
        return thrown(() => decoder.read());
      };
      expect(read(most)).toMatchObject({
        code: 'too-large',
        size: 2 ** 32 - 1,
        recoverable: true,
      });
      expect(read(more)).toMatchObject({
        code: 'corrupt',
        message:
          'Cannot read frame at byte 0 or after it: its length is over 4294967295',
        recoverable: false,
      });
    },
  );

  it('is corrupt after five bytes without end', () => {
    const decoder = lengthPrefixed({ width: 'varint' }).decoder();
    decoder.push(bytes('\x80\x80\x80\x80\x80'));
    expect(thrown(() => decoder.read())).toMatchObject({
      code: 'corrupt',
      message: 'Cannot read frame at byte 0 or after it: its length has over 5 bytes',
      recoverable: false,
    });
  });
});
