import type { Clock } from '../../connection/clock.ts';
import { inNextTask } from '../../connection/next-task.ts';
import { Queue } from '../../connection/queue.ts';
import { bytes } from '../../framing/bytes.ts';
import { Shaper } from './shaper.ts';
import type { Faults } from './table.ts';

interface Traveller {
  /** When it may leave, by the clock, in milliseconds. */
  readonly at: number;
  /** Lets its next piece leave. Returns true if that was the last piece. */
  leave(): boolean;
}

/** One direction of a faulty link: what enters leaves later, in pieces, in order. */
export class DelayLine {
  readonly #chop: number;
  readonly #coalesces: boolean;
  readonly #clock: Clock;
  #pace: Shaper;
  /** The chunks that entered last, while more may still be merged with them. */
  #open: Uint8Array[] | undefined;
  #behind = new Queue<Traveller>();
  #front: Traveller | undefined;
  #alarm: (() => void) | undefined;
  /** When the clock was read last: what was due by then need not read it again. */
  #asked = 0;
  #paused = false;
  #dropped = false;
  #leaving = false;
  /** Bytes that have entered and not left. */
  size = 0;

  constructor(faults: Faults, clock: Clock) {
    this.#chop = faults.chop ?? 0;
    this.#coalesces = faults.coalesce ?? false;
    this.#pace = new Shaper(faults);
    this.#clock = clock;
  }

  /** Lets a chunk enter. It is split into pieces only as it leaves: a paused lane holds chunks, not bytes. */
  bytes(chunk: Uint8Array, leave: (piece: Uint8Array) => void): void {
    this.size += chunk.length;
    if (this.#open) {
      this.#open.push(chunk);
      return;
    }
    const chunks = [chunk];
    if (this.#coalesces) this.#open = chunks;
    let whole: Uint8Array | undefined;
    let left = 0;
    this.#enter(chunk.length, () => {
      if (this.#open === chunks) this.#open = undefined;
      whole ??= chunks.length === 1 ? chunk : bytes.joined(chunks);
      const piece = whole.subarray(left, left + (this.#chop || whole.length));
      left += piece.length;
      this.size -= piece.length;
      leave(piece);
      return left === whole.length;
    });
  }

  /** Lets an event enter, such as a FIN or a reset. It leaves after the bytes that entered before it. */
  event(leave: () => void): void {
    this.#open = undefined;
    this.#enter(0, () => {
      leave();
      return true;
    });
  }

  pause(): void {
    this.#paused = !this.#dropped;
  }

  resume(): void {
    this.#paused = false;
    inNextTask(() => this.#leave());
  }

  /**
   * Call this when the link is gone: what is in transit never arrives, and what enters now leaves
   * immediately.
   */
  drop(): void {
    this.#alarm?.();
    this.#behind = new Queue();
    this.#front = undefined;
    this.#open = undefined;
    this.#pace = new Shaper({});
    this.#paused = false;
    this.#dropped = true;
    this.size = 0;
  }

  /** The first in the queue may leave immediately; the others wait for a timer, or for `resume`. */
  #enter(size: number, leave: () => boolean): void {
    const first = this.#front === undefined && this.#behind.size === 0;
    this.#behind.push({ at: this.#pace.due(this.#clock.now(), size), leave });
    if (first) this.#leave();
  }

  /**
   * Does not run inside itself, although what leaves may pause the lane, drop it, or let something
   * else enter.
   */
  #leave(): void {
    if (this.#leaving) return;
    this.#leaving = true;
    while (!this.#paused) {
      this.#front ??= this.#behind.shift();
      if (this.#front === undefined || this.#early(this.#front)) break;
      if (this.#front.leave()) this.#front = undefined;
    }
    this.#leaving = false;
  }

  /** Whether the first one must wait. One timer for it is enough: none of those after it is due earlier. */
  #early({ at }: Traveller): boolean {
    if (at > this.#asked) this.#asked = this.#clock.now();
    const wait = at - this.#asked;
    if (wait <= 0) return false;
    this.#alarm ??= this.#clock.after(wait, () => {
      this.#alarm = undefined;
      this.#leave();
    });
    return true;
  }
}
