// With one byte per packet, the reader wakes up at every byte. How many bytes does it look at each time?

import { type Codec, type Decoder, lines, text } from '../../../lib/framing/index.ts';
import type { Claim, LessonStage } from '../../../lib/terminal/play/course.ts';
import { meters } from '../../../lib/view/rows/meters.ts';
import { NaiveLines } from '../naive.ts';

const [short, long] = [5_000, 10_000];

export async function byteByByte(
  stage: LessonStage,
  codec: Codec<string> = text(lines()),
): Promise<Claim> {
  await stage.tell(
    `A line of ${count(short)} bytes arrives byte by byte. Then a line of ${count(long)} does.`,
  );
  await stage.ask(
    'Twice the bytes: how much more does a reader look at if it starts over each time?',
  );
  const [first, second] = [new NaiveLines(), new NaiveLines()];
  fed(first, short);
  fed(second, long);
  await stage.show(meters([looked(short, first), looked(long, second)]));
  await stage.tell(
    'Four times as much. Our reader remembers how far it has looked. The longer line takes:',
  );
  const naive = best(() => fed(new NaiveLines(), long));
  const ours = best(() => fed(codec.decoder(), long));
  await stage.show(meters([time('naive', naive.ms), time('ours', ours.ms)]));
  await stage.tell(
    'And the naive reader decoded half a character: its message is damaged.',
  );
  return {
    ok: ours.whole && ours.most <= long,
    found: `${count(long)} packets of one byte: ${ours.whole ? 'one whole message' : 'no whole message'}, never over ${count(ours.most)} bytes held`,
  };
}

/** Feeds the decoder a line of `size` bytes, byte by byte. */
function fed(decoder: Decoder<string>, size: number) {
  const message = `${'x'.repeat(size - 3)}ë`;
  const bytes = Buffer.from(`${message}\n`);
  let [heard, most]: [string | undefined, number] = [undefined, 0];
  const start = performance.now();
  for (let at = 0; at < size; at++) {
    decoder.push(bytes.subarray(at, at + 1));
    heard = decoder.read();
    most = Math.max(most, decoder.buffered);
  }
  return { ms: performance.now() - start, most, whole: heard === message };
}

/** Returns the fastest of five runs: Node compiles a function only after it has run often. */
function best<T extends { readonly ms: number }>(run: () => T): T {
  const runs = [run(), run(), run(), run(), run()];
  return runs.reduce((one, other) => (other.ms < one.ms ? other : one));
}

const count = (value: number): string => value.toLocaleString('en');

const looked = (size: number, { looked: value }: NaiveLines) => ({
  label: `${count(size)} bytes`,
  value,
  reading: `${count(value)} looked at`,
});

const time = (label: string, value: number) => ({
  label,
  value,
  reading: `${value.toFixed(1)} ms, best of five`,
});
