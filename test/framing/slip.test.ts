import { describe, expect, it } from 'vitest';
import { slip } from '../../lib/framing/index.ts';
import { bytes, latin1, outcomes } from './outcomes.ts';
import { thrown } from './thrown.ts';

const read = (stream: string) =>
  outcomes(slip({ maxPayload: 5 }), latin1, [bytes(stream)]);

/** As RFC 1055 has them: 0300, 0333, 0334 and 0335 in octal. */
const [END, ESC, ESC_END, ESC_ESC] = [0o300, 0o333, 0o334, 0o335];

describe('slip', () => {
  it.each([
    [[END], [ESC, ESC_END, END]],
    [[ESC], [ESC, ESC_ESC, END]],
    [
      [ESC_END, ESC_ESC],
      [ESC_END, ESC_ESC, END],
    ],
    [
      [ESC, END, 1],
      [ESC, ESC_ESC, ESC, ESC_END, 1, END],
    ],
  ])('escapes %j as RFC 1055 does', (payload, frame) => {
    expect([...slip().encode(Uint8Array.from(payload))]).toEqual(frame);
    const decoder = slip().decoder();
    decoder.push(Uint8Array.from(frame));
    expect(decoder.read()).toEqual(Uint8Array.from(payload));
  });

  it('takes END before a frame for nothing, as in the sender of RFC 1055', () => {
    expect(read('\xc0ab\xc0\xc0cd\xc0\xc0')).toEqual(['ab', 'cd']);
  });

  it('knows where a frame begins after END', () => {
    expect(read('\xc0\xc0a\xdb\xc0')).toEqual(['malformed@2']);
    expect(read('\xc0\xc0a')).toEqual(['truncated@2']);
    expect(read('\xc0\xc0123456\xc0')).toEqual(['too-large@2']);
  });

  it('cannot send nothing: END alone is not a frame', () => {
    expect(thrown(() => slip().encode(bytes('')))).toMatchObject({
      code: 'unencodable',
      message: 'Cannot send payload of 0 bytes: END alone is not a frame',
    });
  });

  it('counts what escapes stand for against the limit', () => {
    const stream = '\xdb\xdc'.repeat(5);
    expect(read(`${stream}\xc0`)).toEqual(['\xc0'.repeat(5)]);
    expect(read(`${stream}\xdb\xdc\xc0ok\xc0`)).toEqual(['too-large@0', 'ok']);
    expect(thrown(() => slip({ maxPayload: 1 }).encode(bytes('ab'))).size).toBe(2);
  });

  it('says that an escape is wrong, and continues after the next END', () => {
    const decoder = slip().decoder();
    decoder.push(bytes('a\xdbb\xc0ok\xc0'));
    expect(thrown(() => decoder.read())).toMatchObject({
      code: 'malformed',
      message: 'Cannot read frame at byte 0: ESC before a byte that cannot be escaped',
      recoverable: true,
    });
    expect(latin1(decoder.read())).toBe('ok');
  });
});
