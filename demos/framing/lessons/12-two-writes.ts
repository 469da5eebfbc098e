// A length in one write, its payload in the next: two good rules of TCP then wait for each other.

import { type Codec, lengthPrefixed, text } from '../../../lib/framing/index.ts';
import type { Claim, LessonStage } from '../../../lib/terminal/play/course.ts';
import { meters } from '../../../lib/view/rows/meters.ts';
import { answering, ChunkListener } from '../hearing.ts';

const rounds = 9;
const question = 'More tea?';
const whole = text(lengthPrefixed()).encode(question);
const [length, payload] = [whole.subarray(0, 4), whole.subarray(4)];

export async function twoWrites(
  stage: LessonStage,
  codec: Codec<string> = text(lengthPrefixed()),
): Promise<Claim> {
  await stage.tell(
    'A question of 13 bytes over TCP, an answer of one. The question is one write, or two: its length, then its payload.',
  );
  await stage.ask(
    'The same bytes, within one machine. What does the second write cost?',
  );
  const one = await asked([whole], false);
  const two = await asked([length, payload], false);
  const quick = await asked([length, payload], true);
  await stage.show(
    meters([
      { label: 'one write', ...one.time },
      { label: 'two writes', ...two.time, ink: 'refused' },
      { label: 'two, noDelay', ...quick.time },
    ]),
  );
  await stage.tell(
    'The sender holds the payload back until the length is acknowledged (Nagle). The receiver holds the acknowledgement back, to send it with an answer (delayed ACK). The answer waits for the payload.',
  );
  await stage.tell(
    'Write a frame in one piece. noDelay helps too, but needs twice the packets.',
  );
  const heard = [one, two, quick].flatMap(run => run.heard);
  const right = heard.filter(message => message === question).length;
  return {
    ok: right === heard.length && right === 3 * rounds,
    found: `${3 * rounds} questions in one write or in two: ${heard.length} messages heard, ${right} of them right`,
  };

  /** Returns what the other end heard, and the median time of a round trip. */
  async function asked(writes: readonly Uint8Array[], noDelay: boolean) {
    const { near, far } = await stage.link({ noDelay });
    const [ear, heard] = [new ChunkListener(near), answering(far, codec)];
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      for (const bytes of writes) near.write(bytes);
      await ear.hear(1);
      times.push(performance.now() - start);
    }
    near.destroy();
    const value = times.sort((a, b) => a - b)[rounds >> 1] ?? 0;
    return { heard, time: { value, reading: `${value.toFixed(2)} ms per round trip` } };
  }
}
