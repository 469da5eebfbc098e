import { LARGEST } from './limit.ts';
import type { ReceiveBuffer } from './receive-buffer.ts';

/** A frame at the front of the unread bytes; it may reach beyond those that are there. */
export interface Frame {
  /**
   * Where its payload begins and ends: as far as it is known, if `next` is Infinity. What is
   * before a payload is its length.
   */
  readonly start: number;
  readonly end: number;
  /** Where the next frame begins; Infinity: not in sight yet. */
  readonly next: number;
  /** What is wrong with the bytes that say where it ends. Then `next` is not to be trusted. */
  readonly corrupt?: string;
}

/** A frame of which nobody can tell where it ends. */
export const corrupt = (why: string): Frame => ({
  start: 0,
  end: 0,
  next: 0,
  corrupt: why,
});

/**
 * A frame whose length is announced. A length over the largest possible limit means corrupt data: skipping
 * such a payload would take too long, so we do not wait for the next frame.
 */
export function announced(start: number, size: number): Frame {
  const end = start + size;
  return size > LARGEST
    ? corrupt(`its length is over ${LARGEST}`)
    : { start, end, next: end };
}

/**
 * All that a framing has to know: where the first frame lies; `undefined`: too early to tell.
 * Changes nothing. It may pass over the first `searched` bytes, where it found no end before.
 */
export type Find = (received: ReceiveBuffer, searched: number) => Frame | undefined;

/** How the length before a payload is read and written. */
export interface Length {
  readonly find: Find;
  write(length: number): Uint8Array;
}
