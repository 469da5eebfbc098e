// One bit is wrong. Which messages are damaged, and does anybody notice?

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
import type { Claim, LessonStage } from '../../../lib/terminal/play/course.ts';
import { roleLegend } from '../../../lib/view/bytes/roles.ts';
import { strip } from '../../../lib/view/bytes/strip.ts';
import { grid } from '../../../lib/view/rows/grid.ts';
import { flipped, harmOf, streamOf } from '../harm.ts';
import { frameSizes } from '../reading.ts';

const said = ['pay 100', 'to Zoe', 'Thanks', 'Bye'];

export async function flippedBit(
  stage: LessonStage,
  checked: ByteCodec = checksummed(lines(), crc32),
): Promise<Claim> {
  await stage.tell(
    `Four messages: ${said.join(', ')}. One bit is flipped, and the 1 becomes a 9:`,
  );
  await stage.show(roleLegend);
  await shown(lines(), 0x31);
  await stage.tell(
    'A wrong amount, and nobody notices. The same bit in a length turns 7 into 15:',
  );
  await shown(lengthPrefixed(), 0x07);
  await stage.tell(
    'The frame takes bytes from the next one, and from then on words are read as lengths.',
  );
  await stage.ask(
    'Now every bit of the first frame, one by one. Who notices, and who never receives Bye?',
  );

  const harms = {
    lines: harmOf(lines(), said),
    SLIP: harmOf(slip(), said),
    length: harmOf(lengthPrefixed(), said),
    netstring: harmOf(netstring(), said),
    'lines + CRC': harmOf(checked, said),
  };
  const rows = Object.entries(harms).map(([name, { flips, wrong, noticed, lost }]) =>
    [name, flips, wrong, noticed, lost].map(String),
  );
  await stage.show(
    grid([['', 'flips', 'wrong passes', 'noticed', 'Bye lost'], ...rows]),
  );
  await stage.tell(
    'A reader finds the next delimiter again. After a wrong length, everything is lost. Only a checksum notices a wrong word.',
  );
  const { lines: line, length, 'lines + CRC': crc } = harms;
  return {
    ok: crc.wrong === 0 && crc.lost === 0 && line.lost === 0,
    found: `wrong messages passed: ${line.wrong} as lines, ${crc.wrong} with a CRC; the rest lost: ${line.lost} times as lines, ${length.lost} with a length`,
  };

  async function shown(codec: ByteCodec, byte: number): Promise<void> {
    const stream = streamOf(codec, said);
    const bytes = flipped(stream, 8 * stream.indexOf(byte) + 4);
    const parts = dissect(codec, bytes);
    await stage.show(strip({ bytes, frames: frameSizes(codec, bytes), parts }));
  }
}
