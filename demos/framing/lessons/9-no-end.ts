// A line that never ends: a reader without a limit keeps all of it, until there is no more memory.

import { type Decoder, lines, text } from '../../../lib/framing/index.ts';
import type { Finding, Stage } from '../../../lib/terminal/index.ts';
import { inBytes, meters } from '../../../lib/view/index.ts';
import { NaiveLines } from '../naive.ts';
import { type Reading, readAll } from '../reading.ts';

/** The most bytes of a line that we take. */
const limit = 65_536;
const chunk = Buffer.alloc(16_384, 'x');

export async function noEnd(
  stage: Stage,
  decoder: Decoder<string> = text(lines({ maxPayload: limit })).decoder(),
): Promise<Finding> {
  const naive = new NaiveLines();
  const reading: Reading<string> = { messages: [], refused: [] };
  let most = 0;
  await stage.tell(
    'A stranger sends x, and x, and x, 16 KiB at a time, and no line ending.',
  );
  await stage.ask(
    `Our limit is ${inBytes(limit)}. What do the two hold after a megabyte?`,
  );
  for (let sent = chunk.length; sent <= 1_048_576; sent += chunk.length) {
    for (const one of [naive, decoder]) one.push(chunk);
    readAll(naive);
    readAll(decoder, reading);
    most = Math.max(most, decoder.buffered);
    if (Number.isInteger(Math.log2(sent)))
      await stage.show(held(sent, naive.buffered, decoder.buffered));
  }
  await stage.tell(
    `${reading.refused[0]?.message}. Said once; the rest of the line is passed over. Then:`,
  );
  decoder.push(Buffer.from('\nhello\n'));
  const { messages } = readAll(decoder, reading);
  await stage.tell(`"\\nhello\\n" comes, and ours reads ${JSON.stringify(messages)}.`);
  return {
    ok: most <= limit && messages.at(-1) === 'hello',
    found: `1 MiB without an end: never more than ${inBytes(most)} held, limit ${inBytes(limit)}; ${messages.length} message read behind it`,
  };
}

const held = (sent: number, naive: number, ours: number) =>
  meters([
    { label: 'sent', value: sent, reading: inBytes(sent) },
    { label: 'naive holds', value: naive, reading: inBytes(naive), ink: 'refused' },
    { label: 'ours holds', value: ours, reading: inBytes(ours) },
  ]);
