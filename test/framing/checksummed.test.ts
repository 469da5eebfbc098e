import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  checksummed,
  lengthPrefixed,
  lines,
  slip,
  text,
} from '../../lib/framing/index.ts';
import { bytes, latin1, outcomes } from './outcomes.ts';
import { thrown } from './thrown.ts';

const codec = checksummed(lines(), crc32);

describe('checksummed', () => {
  it('adds the check value that every CRC-32 has for 123456789', () => {
    expect(latin1(codec.encode(bytes('123456789')))).toBe('123456789cbf43926\n');
  });

  it('has the name of its framing, and may carry text', () => {
    expect(codec.name).toBe('lines');
    expect(outcomes(text(codec), String, [text(codec).encode('é')])).toEqual(['é']);
  });

  it('carries text of any kind, whatever is around it', () => {
    const texts = text(codec);
    const messages = ['plain', 'é', 'plain again', 'plain', '€', 'plain'];
    const stream = Buffer.concat(messages.map(texts.encode));
    expect(outcomes(texts, String, [stream])).toEqual(messages);
    const wrong = Buffer.concat([codec.encode(bytes('\xff')), stream]);
    expect(outcomes(texts, String, [wrong])).toEqual(['malformed@0', ...messages]);
  });

  it('says how many bytes are wrong, without those of a length before them', () => {
    const decoder = checksummed(lengthPrefixed(), crc32).decoder();
    decoder.push(bytes('\0\0\0\x0da123456789xyz'));
    expect(thrown(() => decoder.read())).toMatchObject({ code: 'malformed', size: 13 });
  });

  it('finds every flipped bit of a payload', () => {
    const frame = checksummed(lengthPrefixed(), crc32).encode(bytes('hello'));
    for (let bit = 32; bit < 8 * frame.length; bit++) {
      const damaged = Uint8Array.from(frame);
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const read = outcomes(checksummed(lengthPrefixed(), crc32), latin1, [damaged]);
      expect(read).toEqual(['malformed@0']);
    }
  });

  it.each(['', '1234567', 'aE8B7BE43'])('refuses %j, and says where', payload => {
    const decoder = codec.decoder();
    decoder.push(bytes(`00000000\n${payload}\n`));
    expect(latin1(decoder.read())).toBe('');
    expect(thrown(() => decoder.read())).toMatchObject({
      code: 'malformed',
      message: 'Cannot read frame at byte 9: its checksum is not that of its payload',
      offset: 9,
      size: payload.length,
      recoverable: true,
    });
  });

  it('makes an empty payload one that SLIP can carry', () => {
    const packets = checksummed(slip(), crc32);
    expect(outcomes(packets, latin1, [packets.encode(bytes(''))])).toEqual(['']);
  });
});
