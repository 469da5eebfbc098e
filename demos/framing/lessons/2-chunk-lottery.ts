// The network splits the bytes at random. A correct decoder does not notice.

import { isDeepStrictEqual } from 'node:util';
import { type Codec, lines, text } from '../../../lib/framing/index.ts';
import type { Claim, LessonStage } from '../../../lib/terminal/play/course.ts';
import { seeded } from '../../../lib/transport/faults/shaper.ts';
import { strip } from '../../../lib/view/bytes/strip.ts';
import { cutAtRandom, sizes } from '../cutting.ts';
import { read } from '../reading.ts';

const said = ['Tea?', 'Milk?', 'No'];
const draws = 200;
const shown = 6;

export async function chunkLottery(
  stage: LessonStage,
  codec: Codec<string> = text(lines()),
): Promise<Claim> {
  const frames = said.map(codec.encode);
  const bytes = Buffer.concat(frames);
  const chance = seeded(stage.seed);
  await stage.tell(
    'Three frames, one stream. The network may split it anywhere: we split it at random.',
  );
  await stage.ask(
    `${draws} draws. How often does the decoder give the three messages?`,
  );

  let right = 0;
  for (let draw = 1; draw <= draws; draw++) {
    const chunks = cutAtRandom(bytes, chance);
    const { messages } = read(codec, chunks);
    if (isDeepStrictEqual(messages, said)) right++;
    if (draw > shown) continue;
    await stage.show(strip({ bytes, chunks: sizes(chunks), frames: sizes(frames) }));
  }
  await stage.tell(
    `… and ${draws - shown} more. The | are anywhere; the [ ] never move, because the bytes themselves say where a frame ends.`,
  );
  return {
    ok: right === draws,
    found: `${bytes.length} bytes split in ${draws} ways, and ${right} times the same ${said.length} messages (seed ${stage.seed})`,
  };
}
