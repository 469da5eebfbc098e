// A length is a stranger's claim. Make room for what comes, not for what is announced.

import { type Decoder, lengthPrefixed } from '../../../lib/framing/index.ts';
import type { Claim, LessonStage } from '../../../lib/terminal/play/course.ts';
import { strip } from '../../../lib/view/bytes/strip.ts';
import { byteMeter, inBytes, meters } from '../../../lib/view/rows/meters.ts';
import { NaiveLength } from '../naive.ts';
import { readAll } from '../reading.ts';

/** The most bytes of payload that we accept. */
const limit = 65_536;

type Made = () => Decoder<Uint8Array>;

export async function fourGigabytes(
  stage: LessonStage,
  ours: Made = () => lengthPrefixed({ maxPayload: limit }).decoder(),
): Promise<Claim> {
  await stage.tell('A stranger sends a length, and few bytes after it:');
  const huge = await attack(0xffff_ffff);
  await stage.ask(
    `Our limit is ${inBytes(limit)}. When can a receiver know that this is too much?`,
  );
  await stage.tell(
    `Immediately: ${huge.reason}. The next stranger stays within the limit:`,
  );
  const sly = await attack(limit);
  await stage.tell(
    'The naive reader takes 64 KiB of memory for 9 bytes. Our buffer grows as bytes arrive.',
  );
  return {
    ok: huge.held === 0 && sly.held <= sly.sent,
    found: `4 GiB announced: ${inBytes(huge.held)} held; 64 KiB announced, ${inBytes(sly.sent)} sent: ${inBytes(sly.held)} held`,
  };

  async function attack(announced: number) {
    const bytes = Buffer.from('....hello');
    bytes.writeUInt32BE(announced);
    const [naive, decoder] = [new NaiveLength(), ours()];
    for (const one of [naive, decoder]) one.push(bytes);
    const { refused } = readAll(decoder);
    const [sent, held] = [bytes.length, decoder.buffered];
    await stage.show(strip({ bytes, frames: [] }));
    await stage.show(
      meters([
        byteMeter('sent', sent),
        byteMeter('naive: room', naive.buffered, 'refused'),
        byteMeter('ours: held', held),
      ]),
    );
    return { sent, held, reason: refused[0]?.message };
  }
}
