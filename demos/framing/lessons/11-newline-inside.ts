// A sender who can put a delimiter into a payload can send a message in another person's name.

import {
  type Codec,
  FrameError,
  lengthPrefixed,
  lines,
  text,
} from '../../../lib/framing/index.ts';
import type { Claim, LessonStage } from '../../../lib/terminal/play/course.ts';
import { strip } from '../../../lib/view/bytes/strip.ts';
import { naiveLines } from '../naive.ts';
import { frameSizes, read } from '../reading.ts';

const said = '<bob> hi\n<ann> I owe bob 9';

export async function newlineInside(
  stage: LessonStage,
  codec: Codec<string> = text(lines()),
): Promise<Claim> {
  await stage.tell(
    'Bob says one thing, with a line break in it. The server puts <bob> before it, and LF after it:',
  );
  const naive = await passed(naiveLines());
  await stage.ask('What do the others see?');
  await stage.tell(
    `${naive} lines, and the second is in Ann's name. Our encoder checks before it sends:`,
  );
  const ours = await passed(codec);
  await stage.tell('A length does not care what the bytes are:');
  const counted = await passed(text(lengthPrefixed()));
  return {
    ok: ours === 0 && counted === 1,
    found: `one message with a line break: naive ${naive} messages, lines ${ours || 'refuse it'}, length ${counted}`,
  };

  /** Returns how many messages one message becomes. */
  async function passed(framing: Codec<string>): Promise<number> {
    try {
      const bytes = framing.encode(said);
      await stage.show(strip({ bytes, frames: frameSizes(framing, bytes) }));
      return read(framing, [bytes]).messages.length;
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      await stage.tell(error.message);
      return 0;
    }
  }
}
