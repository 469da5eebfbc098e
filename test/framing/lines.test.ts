import { describe, expect, it } from 'vitest';
import { lines } from '../../lib/framing/index.ts';
import { bytes, cut, latin1, outcomes } from './outcomes.ts';
import { thrown } from './thrown.ts';

const five = lines({ maxPayload: 5 });

const read = (stream: string, sizes = [stream.length]) =>
  outcomes(five, latin1, cut(bytes(stream), sizes));

describe('lines, reading', () => {
  it.each([
    ['LF and CRLF', 'a\nb\r\n', ['a', 'b']],
    ['one CR before LF as line ending, and only one', 'a\r\r\n', ['a\r']],
    ['CR elsewhere as payload', '\ra\rb\n', ['\ra\rb']],
    ['empty lines', '\n\r\n\n', ['', '', '']],
    ['a payload of just the limit', '12345\n', ['12345']],
    ['a payload of just the limit before CRLF', '12345\r\n', ['12345']],
    ['a CR that makes the payload too long', '12345\r\r\na\n', ['too-large@0', 'a']],
    ['a line cut off', 'a\nbc', ['a', 'truncated@2']],
    ['a line cut off in its ending', 'a\nbc\r', ['a', 'truncated@2']],
    ['a line refused and cut off', 'a\n123456', ['a', 'too-large@2', 'truncated@2']],
    [
      'two long lines in a row',
      '1234567\n1234567\na\n',
      ['too-large@0', 'too-large@8', 'a'],
    ],
  ])('takes %s', (_what, stream, expected) => {
    expect(read(stream)).toEqual(expected);
    expect(read(stream, [1])).toEqual(expected);
  });

  it.each([
    [{}, ['a', 'b\rc']],
    [{ ending: 'either' }, ['a', 'b\rc']],
    [{ ending: 'lf' }, ['a\r', 'b\rc']],
    [{ ending: 'crlf' }, ['a', 'b\rc\n']],
  ] as const)('ends a line as %j says', (options, expected) => {
    const stream = bytes('a\r\nb\rc\n\r\n');
    expect(outcomes(lines(options), latin1, [stream]).slice(0, 2)).toEqual(expected);
  });

  it('refuses a line as soon as it is too long, and waits for the LF after a CR', () => {
    const decoder = five.decoder();
    decoder.push(bytes('12345\r'));
    expect(decoder.read()).toBeUndefined();
    decoder.push(bytes('6'));
    expect(thrown(() => decoder.read())).toMatchObject({
      code: 'too-large',
      message: 'Cannot read frame at byte 0: payload exceeds the limit of 5 bytes',
      limit: 5,
      recoverable: true,
    });
    expect(decoder.buffered).toBe(0);
  });

  it('holds at most 64 KiB of a line if not told otherwise', () => {
    const decoder = lines().decoder();
    decoder.push(new Uint8Array(65_536));
    expect(decoder.read()).toBeUndefined();
    decoder.push(new Uint8Array(1));
    expect(thrown(() => decoder.read()).limit).toBe(65_536);
  });
});

describe('lines, writing', () => {
  it('ends a line with LF', () => {
    expect(latin1(five.encode(bytes('a\rb')))).toBe('a\rb\n');
    expect(latin1(five.encode(bytes('')))).toBe('\n');
  });

  it.each([
    ['a\nb', 'unencodable', 'Cannot send payload: the delimiter at byte 1'],
    ['ab\r', 'unencodable', 'Cannot send payload as a line: CR at its end'],
    ['123456', 'too-large', 'Cannot send payload of 6 bytes: the limit is 5'],
  ])('refuses %j', (payload, code, message) => {
    const error = thrown(() => five.encode(bytes(payload)));
    expect(error).toMatchObject({ code, offset: 0, recoverable: true });
    expect(error.message).toContain(message);
  });

  it('finds LF in bytes that are part of a larger array', () => {
    const middle = bytes('\n\nab\n').subarray(2, 4);
    expect(latin1(five.encode(middle))).toBe('ab\n');
  });
});
