// A line that never ends: a reader without a limit keeps all of it, until there is no more memory.

import { type Decoder, lines, text } from '../../../lib/framing/index.ts';
import type { Claim, LessonStage } from '../../../lib/terminal/play/course.ts';
import { grid } from '../../../lib/view/rows/grid.ts';
import { byteMeter, inBytes, meters } from '../../../lib/view/rows/meters.ts';
import { NaiveLines } from '../naive.ts';
import { type Reading, readAll } from '../reading.ts';

/** The most bytes of a line that we accept. */
const limit = 65_536;
const chunk = Buffer.alloc(16_384, 'x');
const total = 1_048_576;

export async function noEnd(
  stage: LessonStage,
  ours: () => Decoder<string> = () => text(lines({ maxPayload: limit })).decoder(),
): Promise<Claim> {
  const [naive, decoder] = [new NaiveLines(), ours()];
  const reading: Reading<string> = { messages: [], refused: [] };
  const held: number[][] = [];
  await stage.tell(
    'A stranger sends x, and x, and x, 16 KiB at a time, but never a line ending.',
  );
  await stage.ask(
    `Our limit is ${inBytes(limit)}. How many bytes does a reader hold after a megabyte?`,
  );
  for (let sent = chunk.length; sent <= total; sent += chunk.length) {
    for (const one of [naive, decoder]) one.push(chunk);
    readAll(naive);
    readAll(decoder, reading);
    held.push([sent, naive.buffered, decoder.buffered]);
  }
  const doublings = held.filter(([sent = 0]) => Number.isInteger(Math.log2(sent)));
  const rows = doublings.map(row => row.map(inBytes));
  await stage.show(grid([['sent', 'naive holds', 'ours holds'], ...rows]));
  await stage.show(
    meters([
      byteMeter('naive holds', naive.buffered, 'refused'),
      byteMeter('our limit', limit),
      byteMeter('ours holds', decoder.buffered),
    ]),
  );
  await stage.tell(
    `${reading.refused[0]?.message}. It says so once. The rest of that line is skipped without being kept.`,
  );
  decoder.push(Buffer.from('\nhello\n'));
  const { messages } = readAll(decoder, reading);
  await stage.tell('At last a line ending arrives, followed by "hello".');
  const most = Math.max(...held.map(([, , bytes = 0]) => bytes));
  return {
    ok: most <= limit && messages.join() === 'hello',
    found: `1 MiB without an end: never over ${inBytes(most)} held, the limit is ${inBytes(limit)}; after it ${messages.length} message heard`,
  };
}
