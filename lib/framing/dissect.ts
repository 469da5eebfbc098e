import { type Anatomy, allPayload, type Part } from './anatomy.ts';
import type { ByteCodec } from './codec.ts';
import { ReceiveBuffer } from './receive-buffer.ts';

/**
 * What every byte of a stream is for, frame by frame, from the first to the last, without a
 * gap. Of a frame that is not all there, only its length and the rest are told apart. Limits
 * and checks do not count here. Text has no bytes of its own: give the framing below it.
 */
export function dissect({ anatomy }: ByteCodec, stream: Uint8Array): Part[] {
  const received = new ReceiveBuffer();
  received.push(stream);
  const parts: Part[] = [];
  while (received.length > 0) {
    const { offset } = received;
    const found = frontOf(received, anatomy).filter(({ start, end }) => start < end);
    for (const part of found) parts.push(moved(part, offset));
    received.drop(found.at(-1)?.end ?? received.length);
  }
  return parts;
}

/** The parts of the first frame, counted from its first byte. */
function frontOf(received: ReceiveBuffer, anatomy: Anatomy): Part[] {
  const { find, behind = 'delimiter', within = allPayload } = anatomy;
  const all = received.length;
  const frame = find(received, 0);
  if (frame === undefined) return [{ role: 'length', start: 0, end: all }];
  if (frame.corrupt !== undefined) return [{ role: 'unknown', start: 0, end: all }];
  const { start, end, next } = frame;
  const before: Part = { role: 'length', start: 0, end: start };
  if (next > all) return [before, { role: 'payload', start, end: all }];
  const inside = within(received.slice(start, end)).map(part => moved(part, start));
  return [before, ...inside, { role: behind, start: end, end: next }];
}

const moved = ({ role, start, end }: Part, by: number): Part => ({
  role,
  start: start + by,
  end: end + by,
});
