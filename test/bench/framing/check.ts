import type { Frame, Read } from './peers/read.ts';
import { Tally } from './tally.ts';
import type { Stream } from './workload.ts';

/** One pass over the stream. Throws unless the tally is right. */
export async function pass(read: Read, { chunks, sums }: Stream): Promise<void> {
  const tally = new Tally();
  let kind: keyof typeof sums = 'bytes';
  // A peer that calls back later is waited for; the others cost no promise.
  const done = read(chunks, frame => {
    if (typeof frame === 'string') kind = 'text';
    tally.add(frame);
  });
  if (done !== undefined) await done;
  if (tally.sum === sums[kind]) return;
  throw new Error(`Lost, glued or changed a frame: ${tally.sum}, not ${sums[kind]}`);
}

/** A pass in which every byte is compared. */
export async function checkBytes(read: Read, stream: Stream): Promise<void> {
  const { chunks, payloads } = stream;
  let index = 0;
  await read(chunks, (frame: Frame) => {
    const payload = payloads[index++];
    if (payload === undefined || !payload.equals(asBytes(frame)))
      throw new Error(`Frame ${index} is not what was sent`);
  });
  if (index < payloads.length) throw new Error(`Only ${index} frames came`);
}

const asBytes = (frame: Frame) =>
  typeof frame === 'string' ? Buffer.from(frame) : frame;
