import { type Anatomy, allPayload, type Part } from './anatomy.ts';
import type { ByteCodec } from './codec.ts';
import { Unread } from './unread.ts';

/**
 * What every byte of a stream is for, frame by frame, from the first to the last, without a
 * gap. Of a frame that is not all there, only its length and the rest are told apart. Limits
 * and checks do not count here. Text has no bytes of its own: give the framing below it.
 */
export function dissect({ anatomy }: ByteCodec, stream: Uint8Array): Part[] {
  const unread = new Unread();
  unread.push(stream);
  const parts: Part[] = [];
  while (unread.length > 0) {
    const { offset } = unread;
    const found = frontOf(unread, anatomy).filter(({ start, end }) => start < end);
    for (const part of found) parts.push(moved(part, offset));
    unread.drop(found.at(-1)?.end ?? unread.length);
  }
  return parts;
}

/** The parts of the first frame, counted from its first byte. */
function frontOf(unread: Unread, anatomy: Anatomy): Part[] {
  const { find, behind = 'delimiter', within = allPayload } = anatomy;
  const all = unread.length;
  const frame = find(unread, 0);
  if (frame === undefined) return [{ role: 'length', start: 0, end: all }];
  if (frame.corrupt !== undefined) return [{ role: 'unknown', start: 0, end: all }];
  const { start, end, next } = frame;
  const before: Part = { role: 'length', start: 0, end: start };
  if (next > all) return [before, { role: 'payload', start, end: all }];
  const inside = within(unread.slice(start, end)).map(part => moved(part, start));
  return [before, ...inside, { role: behind, start: end, end: next }];
}

const moved = ({ role, start, end }: Part, by: number): Part => ({
  role,
  start: start + by,
  end: end + by,
});
