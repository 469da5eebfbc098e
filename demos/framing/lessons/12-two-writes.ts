// A length in one write, its payload in the next: two good rules of TCP then wait for each other.

import type { Wire } from '../../../lib/connection/index.ts';
import { type Codec, lengthPrefixed, text } from '../../../lib/framing/index.ts';
import type { Finding, Stage } from '../../../lib/terminal/index.ts';
import { meters } from '../../../lib/view/index.ts';
import { Ear } from '../hearing.ts';
import { readAll } from '../reading.ts';

const rounds = 15;
const question = 'More tea?';
const frame = text(lengthPrefixed()).encode(question);
const apart = [frame.subarray(0, 4), frame.subarray(4)];

export async function twoWrites(
  stage: Stage,
  codec: Codec<string> = text(lengthPrefixed()),
): Promise<Finding> {
  await stage.tell(
    'A question of 13 bytes, an answer of one byte. The question goes out in one write, or in two: length, then payload.',
  );
  await stage.ask(
    'Same bytes, same machine, no network. What does the second write cost?',
  );
  const one = await asked([frame], false);
  const two = await asked(apart, false);
  const quick = await asked(apart, true);
  await stage.show(
    meters([
      time('one write', one.ms),
      time('two writes', two.ms),
      time('two, noDelay', quick.ms),
    ]),
  );
  await stage.tell(
    'Nagle: a small segment waits while another is not acknowledged. Delayed ACK: an acknowledgement waits for an answer to ride on. The answer waits for the payload.',
  );
  await stage.tell(
    'The remedy is one write a frame. noDelay helps too, and sends twice the segments.',
  );
  const heard = [...one.heard, ...two.heard, ...quick.heard];
  const right = heard.filter(message => message === question).length;
  return {
    ok: right === heard.length && right === 3 * rounds,
    found: `${3 * rounds} questions, ${heard.length} messages heard, ${right} of them right, whatever the writes`,
  };

  /** What the other end heard, and how long a round trip took: half took less. */
  async function asked(writes: readonly Uint8Array[], noDelay: boolean) {
    const { near, far } = await stage.link({ noDelay });
    const heard = answering(far, codec);
    const ear = new Ear(near);
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      for (const bytes of writes) near.write(bytes);
      await ear.hear(1);
      times.push(performance.now() - start);
    }
    near.destroy();
    return { heard, ms: times.sort((a, b) => a - b)[rounds >> 1] ?? 0 };
  }
}

/** Answers each message with one byte, and notes the message. */
function answering(wire: Wire, codec: Codec<string>): string[] {
  const decoder = codec.decoder();
  const heard: string[] = [];
  wire.start({
    chunk(bytes) {
      decoder.push(bytes);
      for (const message of readAll(decoder).messages) {
        heard.push(message);
        wire.write(Buffer.of(1));
      }
    },
    drained() {},
    ended() {},
    reset() {},
    closed() {},
  });
  return heard;
}

const time = (label: string, value: number) => ({
  label,
  value,
  reading: `${value.toFixed(2)} ms a round trip`,
});
