import type { Clock } from './clock.ts';

interface Timer {
  readonly at: number;
  readonly call: () => void;
}

/** A clock that stands still until it is moved: a minute passes immediately, and exactly. */
export class VirtualClock implements Clock {
  #now = 0;
  #timers: Timer[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, call: () => void): () => void {
    const timer = { at: this.#now + ms, call };
    const before = this.#timers.findLastIndex(other => other.at <= timer.at);
    this.#timers.splice(before + 1, 0, timer);
    return () => {
      this.#timers = this.#timers.filter(other => other !== timer);
    };
  }

  /** When the next timer is due; `undefined` if none is waiting. */
  get next(): number | undefined {
    return this.#timers[0]?.at;
  }

  /** Moves to the next timer, and fires all timers that are due then. */
  step(): void {
    if (this.next !== undefined) this.moveTo(this.next);
  }

  /** Moves to `time`, and fires all timers that are due until then, in order. */
  moveTo(time: number): void {
    for (let due = this.#timers[0]; due && due.at <= time; due = this.#timers[0]) {
      this.#timers.shift();
      this.#now = Math.max(this.#now, due.at);
      due.call();
    }
    this.#now = Math.max(this.#now, time);
  }
}
