// A chunk may end in the middle of a character. First find the frames, then decode.

import { type Codec, lines, text } from '../../../lib/framing/index.ts';
import type { Claim, LessonStage } from '../../../lib/terminal/play/course.ts';
import { strip } from '../../../lib/view/bytes/strip.ts';
import { cut, sizes } from '../cutting.ts';
import { read } from '../reading.ts';

const said = 'Zoë, 你好';

export async function halfACharacter(
  stage: LessonStage,
  codec: Codec<string> = text(lines()),
): Promise<Claim> {
  const frame = codec.encode(said);
  await stage.tell(
    `"${said}" has ${said.length} characters and, in UTF-8, ${Buffer.byteLength(said)} bytes. The first chunk ends after byte 3:`,
  );
  await shown(3);
  await stage.ask('If each chunk is decoded when it arrives, what is on the screen?');
  await stage.tell(
    `${decodedByChunk(cut(frame, 3))}   Neither half is a character, so each became \ufffd. Nothing can repair that later.`,
  );
  await shown(8);
  await stage.tell(
    `${decodedByChunk(cut(frame, 8))}   The same happens if it ends after byte 8.`,
  );

  let [spoiltByChunk, spoiltByFrame] = [0, 0];
  for (let at = 1; at < frame.length; at++) {
    const chunks = cut(frame, at);
    if (decodedByChunk(chunks) !== said) spoiltByChunk++;
    if (read(codec, chunks).messages[0] !== said) spoiltByFrame++;
  }
  await stage.tell(
    'A frame ends where the sender says, never inside a character: decode the frame, not the chunk.',
  );
  return {
    ok: spoiltByChunk > 0 && spoiltByFrame === 0,
    found: `split at each of ${frame.length - 1} places: text by chunk is wrong ${spoiltByChunk} times, by frame ${spoiltByFrame} times`,
  };

  async function shown(at: number): Promise<void> {
    const chunks = sizes(cut(frame, at));
    await stage.show(strip({ bytes: frame, chunks, frames: [frame.length] }));
  }
}

/** The mistake: `socket.on('data', chunk => text += chunk)`. */
const decodedByChunk = (chunks: readonly Uint8Array[]): string =>
  chunks
    .map(chunk => Buffer.from(chunk).toString())
    .join('')
    .trimEnd();
