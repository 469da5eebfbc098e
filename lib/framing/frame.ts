import { LARGEST } from './limit.ts';
import type { ReceiveBuffer } from './receive-buffer.ts';

/** The frame at the front of the unread bytes. Its end may not have arrived yet. */
export interface Frame {
  /**
   * Where its payload begins and ends; if `next` is Infinity, the part of the payload that is
   * known. Bytes before the payload are its length.
   */
  readonly start: number;
  readonly end: number;
  /** Where the next frame begins; Infinity if that has not arrived yet. */
  readonly next: number;
  /**
   * What is wrong with the bytes that say where the frame ends. If it is set, do not trust
   * `next`.
   */
  readonly corrupt?: string;
}

/** A frame whose end nobody can find. */
export const corrupt = (why: string): Frame => ({
  start: 0,
  end: 0,
  next: 0,
  corrupt: why,
});

/**
 * A frame whose length was announced. A length over the largest possible limit means corrupt data:
 * skipping such a payload would take too long, so we do not wait for the next frame.
 */
export function announced(start: number, size: number): Frame {
  const end = start + size;
  return size > LARGEST
    ? corrupt(`its length is over ${LARGEST}`)
    : { start, end, next: end };
}

/**
 * All that a framing has to know. Returns where the first frame lies, or `undefined` if it is too
 * early to tell. Changes nothing. It need not search the first `searched` bytes again: an earlier
 * call found no end there.
 */
export type Find = (received: ReceiveBuffer, searched: number) => Frame | undefined;

/** Reads and writes the length before a payload. */
export interface Length {
  readonly find: Find;
  write(length: number): Uint8Array;
}
