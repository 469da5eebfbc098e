// The stream ends. Was that all, or was it cut in the middle of a message?

import { type Codec, lines, text } from '../../../lib/framing/index.ts';
import type { Claim, LessonStage } from '../../../lib/terminal/play/course.ts';
import { strip } from '../../../lib/view/bytes/strip.ts';
import { grid } from '../../../lib/view/rows/grid.ts';
import { sizes } from '../cutting.ts';
import { read } from '../reading.ts';

const said = ['pay Zoe 1', 'pay Bob 250'];

export async function cutAnywhere(
  stage: LessonStage,
  codec: Codec<string> = text(lines()),
): Promise<Claim> {
  const frames = said.map(codec.encode);
  const stream = Buffer.concat(frames);
  const early = stream.subarray(0, -2);
  await stage.tell(
    `Two messages: ${said.join(', ')}. The sender fails, and the stream ends early:`,
  );
  await stage.show(strip({ bytes: early, frames: sizes(frames.slice(0, 1)) }));
  await stage.ask('A program takes the rest for a message. What does it hear?');
  await stage.tell(
    `${early.toString().split('\n').join(', ')}. Now our reader, with the end after each byte in turn:`,
  );

  const boundaries = [0, sizes(frames)[0], stream.length];
  const rows: string[][] = [];
  let [clean, cutOff, wrong] = [0, 0, 0];
  for (let end = 0; end <= stream.length; end++) {
    const { messages, refused } = read(codec, [stream.subarray(0, end)]);
    const truncated = refused.some(({ code }) => code === 'truncated');
    const whole = messages.every((message, at) => message === said[at]);
    if (!whole || truncated === boundaries.includes(end)) wrong++;
    else if (truncated) cutOff++;
    else clean++;
    const heard = messages.join(', ') || 'none';
    rows.push([String(end), truncated ? 'cut off' : 'clean', heard]);
  }
  const near = rows.filter((_, end) => [1, 9, 10, 11, 20, 21, 22].includes(end));
  await stage.show(grid([['bytes', 'the end is', 'messages'], ...near]));
  await stage.tell('A frame that has not arrived whole is an error, never a message.');
  return {
    ok: wrong === 0,
    found: `${rows.length} ends: ${clean} clean, between two frames; ${cutOff} noticed as cut off; ${wrong} taken wrongly`,
  };
}
