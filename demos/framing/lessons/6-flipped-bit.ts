// One bit is wrong. Which messages are hurt, and does anybody notice?

import { crc32 } from 'node:zlib';
import {
  type ByteCodec,
  checksummed,
  dissect,
  lengthPrefixed,
  lines,
  netstring,
  slip,
} from '../../../lib/framing/index.ts';
import type { Finding, Stage } from '../../../lib/terminal/index.ts';
import { grid, strip } from '../../../lib/view/index.ts';
import { frameSizes, read } from '../reading.ts';

const said = ['pay 100', 'to Zoe', 'Thanks', 'Bye'];

export async function flippedBit(
  stage: Stage,
  checked: ByteCodec = checksummed(lines(), crc32),
): Promise<Finding> {
  await stage.tell(`Four messages: ${said.join(', ')}. One bit is flipped, in the 1:`);
  await shown(lines(), 0x31);
  await stage.tell('A wrong sum, and nobody notices. The same bit of a length, 7:');
  await shown(lengthPrefixed(), 0x07);
  await stage.tell(
    'It takes bytes of the next frame, and then takes words for a length.',
  );
  await stage.ask(
    'Every bit of the first frame, one by one. Who still hears Bye? Who notices?',
  );
  const harms = [lines(), slip(), lengthPrefixed(), netstring(), checked].map(harm);
  const names = ['lines', 'SLIP', 'length', 'netstring', 'lines + CRC'];
  await stage.show(
    grid([
      ['', 'flips', 'a wrong message passes', 'Bye is lost'],
      ...harms.map((counts, at) => [names[at] ?? '', ...counts.map(String)]),
    ]),
  );
  await stage.tell(
    'A delimiter is found again; behind a wrong length all is lost. Only a checksum notices a wrong word.',
  );
  const [line, , length, , crc] = harms.map(([, wrong, lost]) => ({ wrong, lost }));
  return {
    ok: crc?.wrong === 0 && line?.lost === 0,
    found: `wrong messages passed: ${line?.wrong} as lines, ${crc?.wrong} with a CRC; lost for good: ${line?.lost} times as lines, ${length?.lost} with lengths`,
  };

  async function shown(codec: ByteCodec, byte: number): Promise<void> {
    const sent = streamOf(codec);
    const bytes = flipped(sent, 8 * sent.indexOf(byte) + 4);
    const parts = dissect(codec, bytes);
    await stage.show(strip({ bytes, frames: frameSizes(codec, bytes), parts }));
  }
}

const streamOf = (codec: ByteCodec): Buffer =>
  Buffer.concat(said.map(message => codec.encode(Buffer.from(message))));

/** `bit` 0: the highest of the first byte. */
function flipped(bytes: Uint8Array, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
  return copy;
}

type Harm = [flips: number, wrong: number, lost: number];

/** Flips each bit of the first frame in turn, and counts the streams that it spoils. */
function harm(codec: ByteCodec): Harm {
  const sent = streamOf(codec);
  const flips = 8 * codec.encode(Buffer.from('pay 100')).length;
  let [wrong, lost] = [0, 0];
  for (let bit = 0; bit < flips; bit++) {
    const { messages } = read(codec, [flipped(sent, bit)]);
    const heard = messages.map(message => Buffer.from(message).toString());
    if (heard.some(message => !said.includes(message))) wrong++;
    if (!heard.includes('Bye')) lost++;
  }
  return [flips, wrong, lost];
}
