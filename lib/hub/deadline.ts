import type { Clock } from '../connection/clock.ts';

/**
 * The same deadline for many. The one who came first is due first, so a single timer serves all, and
 * waiting costs little memory.
 */
export class Deadline<T> {
  readonly #clock: Clock;
  /** In milliseconds. */
  readonly #patience: number;
  readonly #late: (one: T) => void;
  /** When each is due, the first one first. */
  readonly #due = new Map<T, number>();
  #cancel: (() => void) | undefined;

  /** Calls `late` for everybody who is still waited for after `patience` milliseconds. */
  constructor(clock: Clock, patience: number, late: (one: T) => void) {
    this.#clock = clock;
    this.#patience = patience;
    this.#late = late;
  }

  waitFor(one: T): void {
    this.#due.set(one, this.#clock.now() + this.#patience);
    if (this.#cancel === undefined) this.#wait(this.#patience);
  }

  /** Does nothing if nobody waits for this one any more. A timer that waits for nobody is cancelled. */
  came(one: T): void {
    this.#due.delete(one);
    if (this.#due.size === 0) this.#stop();
  }

  #check(): void {
    const now = this.#clock.now();
    for (const [one, due] of this.#due) {
      if (due > now) break;
      this.#due.delete(one);
      this.#late(one);
    }
    this.#stop();
    const [next] = this.#due.values();
    if (next !== undefined) this.#wait(next - now);
  }

  #wait(ms: number): void {
    this.#cancel = this.#clock.after(ms, () => this.#check());
  }

  #stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
