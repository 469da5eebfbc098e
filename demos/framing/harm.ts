import type { ByteCodec } from '../../lib/framing/index.ts';
import { read } from './reading.ts';

/** What flipping each bit of the first frame, one at a time, does to a stream. */
export interface Harm {
  readonly flips: number;
  /** How many flips let a message pass that nobody said. */
  readonly wrong: number;
  /** How many flips caused an error, so they were noticed. */
  readonly noticed: number;
  /** How many flips lost the last message, which was not changed itself. */
  readonly lost: number;
}

export function harmOf(codec: ByteCodec, said: readonly string[]): Harm {
  const stream = streamOf(codec, said);
  const flips = 8 * streamOf(codec, said.slice(0, 1)).length;
  let [wrong, noticed, lost] = [0, 0, 0];
  for (let bit = 0; bit < flips; bit++) {
    const { messages, refused } = read(codec, [flipped(stream, bit)]);
    const heard = messages.map(message => Buffer.from(message).toString());
    if (heard.some(message => !said.includes(message))) wrong++;
    if (refused.length > 0) noticed++;
    if (heard.at(-1) !== said.at(-1)) lost++;
  }
  return { flips, wrong, noticed, lost };
}

export const streamOf = (codec: ByteCodec, said: readonly string[]): Buffer =>
  Buffer.concat(said.map(message => codec.encode(Buffer.from(message))));

/** Returns a copy with one bit changed; bit 0 is the highest bit of the first byte. */
export function flipped(bytes: Uint8Array, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
  return copy;
}
