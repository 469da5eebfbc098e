// One byte a packet wakes the reader at every byte. How much does it look at, each time?

import { type Decoder, lines, text } from '../../../lib/framing/index.ts';
import type { Finding, Stage } from '../../../lib/terminal/index.ts';
import { meters } from '../../../lib/view/index.ts';
import { NaiveLines } from '../naive.ts';
import { readAll } from '../reading.ts';

export async function byteByByte(
  stage: Stage,
  ours: () => Decoder<string> = () => text(lines()).decoder(),
): Promise<Finding> {
  await stage.tell(
    'A line of 5,000 bytes comes in packets of one byte. Then one of 10,000 bytes.',
  );
  await stage.ask(
    'Twice the bytes: how much more work is it for a reader that starts anew each time?',
  );
  const [naive, twice] = [fed(new NaiveLines(), 5_000), fed(new NaiveLines(), 10_000)];
  await stage.show(
    meters([looked(5_000, naive.decoder), looked(10_000, twice.decoder)]),
  );
  await stage.tell(
    'Four times: it looks through all that it has for every byte. Ours remembers how far it has looked.',
  );
  const ok = fed(ours(), 10_000);
  await stage.show(meters([time('naive', twice.ms), time('ours', ok.ms)]));
  await stage.tell('The naive one also made text of half a character, twice.');
  return {
    ok: ok.whole && ok.most <= ok.sent,
    found: `${count(ok.sent)} packets of one byte: ${ok.whole ? 'one whole message' : 'a spoilt message'}, ${count(ok.most)} bytes held at most`,
  };
}

/** A line of so many bytes, byte by byte. */
function fed<D extends Decoder<string>>(decoder: D, size: number) {
  const message = `${'x'.repeat(size - 3)}ë`;
  const bytes = Buffer.from(`${message}\n`);
  const start = performance.now();
  let most = 0;
  for (let at = 0; at + 1 < bytes.length; at++) {
    decoder.push(bytes.subarray(at, at + 1));
    decoder.read();
    most = Math.max(most, decoder.buffered);
  }
  decoder.push(bytes.subarray(-1));
  const { messages } = readAll(decoder);
  const ms = performance.now() - start;
  return { decoder, ms, most, sent: bytes.length, whole: messages.join() === message };
}

const count = (value: number): string => value.toLocaleString('en');

const looked = (size: number, { looked: value }: NaiveLines) => ({
  label: `${count(size)} bytes`,
  value,
  reading: `${count(value)} characters looked at`,
  ink: 'refused' as const,
});

const time = (label: string, value: number) => ({
  label,
  value,
  reading: `${value.toFixed(1)} ms, just now`,
});
