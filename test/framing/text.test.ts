import { describe, expect, it } from 'vitest';
import { lengthPrefixed, lines, text } from '../../lib/framing/index.ts';
import { bytes, cut, join, outcomes } from './outcomes.ts';
import { thrown } from './thrown.ts';

const codec = text(lines({ maxPayload: 5 }));

describe('text', () => {
  it('has the name of its framing', () => {
    expect([codec.name, text(lengthPrefixed()).name]).toEqual(['lines', 'length']);
  });

  it.each(['', 'ab', 'é', '€', '😀', '\ufeffa', '\0'])(
    'gives back %j from any chunks',
    message => {
      const frame = codec.encode(message);
      expect(outcomes(codec, String, cut(frame, [1]))).toEqual([message]);
      expect(outcomes(codec, String, cut(frame, [9]))).toEqual([message]);
    },
  );

  it.each([
    ['a byte that never occurs', '\xff'],
    ['half a character', '\xe2\x82'],
    ['a longer form than needed', '\xc0\xaf'],
    ['half of a surrogate pair', '\xed\xa0\xbd'],
  ])('refuses %s and reads on', (_what, payload) => {
    const stream = join(bytes('a\n'), bytes(payload), bytes('\nb\n'));
    expect(outcomes(codec, String, [stream])).toEqual(['a', 'malformed@2', 'b']);
  });

  it('never joins the halves of a character over a line ending', () => {
    const stream = bytes('\xc3\n\xa9\n');
    expect(outcomes(codec, String, [stream])).toEqual(['malformed@0', 'malformed@2']);
  });

  it('knows where a frame begins after a skipped one', () => {
    const stream = bytes('123456789\r\n\xff\n');
    const expected = ['too-large@0', 'malformed@11'];
    expect(outcomes(codec, String, [stream])).toEqual(expected);
    expect(outcomes(codec, String, cut(stream, [1]))).toEqual(expected);
  });

  it('says how many bytes are wrong, and where', () => {
    const decoder = codec.decoder();
    decoder.push(bytes('a\n\xff\xfe\n'));
    decoder.read();
    expect(thrown(() => decoder.read())).toMatchObject({
      code: 'malformed',
      message: 'Cannot read frame at byte 2: payload of 2 bytes is not UTF-8',
      size: 2,
      recoverable: true,
    });
  });

  it('says how many bytes of payload are wrong, without those of a length before it', () => {
    const decoder = text(lengthPrefixed()).decoder();
    decoder.push(bytes('\0\0\0\x03a\xff\xfe'));
    expect(thrown(() => decoder.read())).toMatchObject({
      code: 'malformed',
      message: 'Cannot read frame at byte 0: payload of 3 bytes is not UTF-8',
      size: 3,
    });
  });

  it('keeps a byte order mark before U+FFFD', () => {
    const said = '\ufeff\ufffd';
    const lone = text(lines());
    expect(outcomes(lone, String, [lone.encode(said)])).toEqual([said]);
  });

  it('cannot send half of a surrogate pair', () => {
    expect(thrown(() => codec.encode('a\ud83d'))).toMatchObject({
      code: 'unencodable',
      message: 'Cannot send text as UTF-8: character 1 is half of a surrogate pair',
    });
  });

  it('counts bytes, not characters, against the limit', () => {
    expect(thrown(() => codec.encode('ééé'))).toMatchObject({ size: 6, limit: 5 });
  });
});
