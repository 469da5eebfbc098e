// TCP carries bytes and their order. It does not carry the boundaries between writes.

import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type Codec, lines, raw, text } from '../../../lib/framing/index.ts';
import type { Claim, LessonStage } from '../../../lib/terminal/play/course.ts';
import { strip } from '../../../lib/view/bytes/strip.ts';
import { sizes } from '../cutting.ts';
import { ChunkListener } from '../hearing.ts';
import { read } from '../reading.ts';

const said = ['Tea?', 'Milk?', 'No'];
const long = 'x'.repeat(200_000);

export async function threeWrites(
  stage: LessonStage,
  codec: Codec<string> = text(lines({ maxPayload: long.length })),
): Promise<Claim> {
  const { near, far } = await stage.link();
  const ear = new ChunkListener(far);
  /** `rest`: the pause after each write, in milliseconds. */
  async function carry(writes: readonly Uint8Array[], rest = 0): Promise<Uint8Array[]> {
    for (const bytes of writes) {
      near.write(bytes);
      if (rest > 0) await sleep(rest);
    }
    return await ear.hear(Buffer.concat(writes).length);
  }

  await stage.tell(`Three messages over TCP, one write for each: ${said.join(' ')}`);
  await stage.ask('How many chunks does the other end get? One, two, three?');
  const bare = said.map(message => Buffer.from(message));
  const together = await carry(bare);
  await stage.show(strip({ bytes: Buffer.concat(bare), chunks: sizes(together) }));
  await stage.tell(
    `${chunks(together)}: a | marks where a chunk begins. With a pause of 40 ms between the writes:`,
  );
  const apart = await carry(bare, 40);
  await stage.show(strip({ bytes: Buffer.concat(bare), chunks: sizes(apart) }));
  const pieces = await carry([Buffer.from(long)]);
  const unframed = read(raw(), pieces).messages.length;
  await stage.tell(
    `${chunks(apart)}. And one write of 200,000 bytes: ${chunks(pieces)}. Without framing (raw) that is ${unframed} messages.`,
  );

  await stage.tell(
    'So a chunk is not a message. A message needs its own end, here LF: then it is a frame, [ ]. The three and the long message again (the picture shows the three):',
  );
  const frames = said.map(codec.encode);
  const framed = await carry(frames);
  await stage.show(
    strip({
      bytes: Buffer.concat(frames),
      chunks: sizes(framed),
      frames: sizes(frames),
    }),
  );
  framed.push(...(await carry([codec.encode(long)])));
  near.destroy();

  const { messages } = read(codec, framed);
  return {
    ok: isDeepStrictEqual(messages, [...said, long]),
    found: `4 messages went in, ${chunks(framed)} arrived, ${messages.length} messages came out`,
  };
}

const chunks = ({ length }: readonly Uint8Array[]): string =>
  `${length} chunk${length === 1 ? '' : 's'}`;
