import { type Clock, Queue } from '../connection/index.ts';

/** What a link may do to a stream without losing a byte. */
export interface Faults {
  /** Hands over pieces of at most this many bytes. */
  readonly chop?: number;
  /** Holds every byte this long, one way, in milliseconds. */
  readonly delay?: number;
}

interface Traveller {
  /** When it is there. */
  readonly at: number;
  /** Lets the next piece of it out. True: that was all. */
  leave(): boolean;
}

/** One direction of a faulty link: what enters leaves later, in pieces, in order. */
export class Lane {
  readonly #chop: number;
  readonly #clock: Clock;
  #delay: number;
  #behind = new Queue<Traveller>();
  #front: Traveller | undefined;
  #alarm: (() => void) | undefined;
  #paused = false;
  #leaving = false;
  /** Bytes that have entered and not left. */
  size = 0;

  constructor({ chop = 0, delay = 0 }: Faults, clock: Clock) {
    this.#chop = chop;
    this.#delay = delay;
    this.#clock = clock;
  }

  /** The pieces are cut as they leave: a paused lane holds chunks, not bytes. */
  bytes(bytes: Uint8Array, leave: (piece: Uint8Array) => void): void {
    const step = this.#chop || bytes.length;
    let at = 0;
    this.size += bytes.length;
    this.#enter(() => {
      const piece = bytes.subarray(at, at + step);
      at += piece.length;
      this.size -= piece.length;
      leave(piece);
      return at >= bytes.length;
    });
  }

  /** A FIN, a reset: it keeps its place behind the bytes. */
  event(leave: () => void): void {
    this.#enter(() => {
      leave();
      return true;
    });
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    setImmediate(() => this.#leave());
  }

  /** The link is gone: nothing that was on its way arrives, and what comes now waits for nothing. */
  drop(): void {
    this.#alarm?.();
    this.#behind = new Queue();
    this.#front = undefined;
    this.#delay = 0;
    this.#paused = false;
    this.size = 0;
  }

  /** Whoever is first in line may leave at once; for the others there is an alarm, or a `resume`. */
  #enter(leave: () => boolean): void {
    const first = this.#front === undefined && this.#behind.size === 0;
    this.#behind.push({ at: this.#clock.now() + this.#delay, leave });
    if (first) this.#leave();
  }

  /** Not re-entered: who leaves may pause the lane, drop it, or make another enter. */
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

  /** One alarm for the one in front is enough: nobody behind it is due before. */
  #early({ at }: Traveller): boolean {
    const wait = at - this.#clock.now();
    if (wait <= 0) return false;
    this.#alarm ??= this.#clock.after(wait, () => {
      this.#alarm = undefined;
      this.#leave();
    });
    return true;
  }
}
