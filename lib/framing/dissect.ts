import { type Anatomy, allPayload, type Part } from './anatomy.ts';
import type { ByteCodec } from './codec.ts';
import { ReceiveBuffer } from './receive-buffer.ts';

/**
 * Returns the role of every byte of a stream, frame by frame, without a gap. In a frame that has
 * not arrived whole, it distinguishes only the length from the rest. It ignores limits and
 * checks. For text, pass the framing below it.
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
