import type { Faults } from './table.ts';

/** How long chunks are collected to be handed over as one, in milliseconds. */
const together = 20;

/** Computes when something that enters a faulty link may leave it: never before what entered earlier. */
export class Shaper {
  readonly #faults: Faults;
  readonly #random: () => number;
  #last = 0;

  constructor(faults: Faults) {
    this.#faults = faults;
    this.#random = seeded(faults.seed ?? 1);
  }

  due(now: number, size: number): number {
    const { delay = 0, jitter = 0, bandwidth, coalesce } = this.#faults;
    const wait = Math.max(delay + jitter * this.#random(), coalesce ? together : 0);
    const turn = Math.max(now + wait, this.#last);
    this.#last = bandwidth ? turn + (size * 1_000) / bandwidth : turn;
    return this.#last;
  }
}

/** Mulberry32: numbers from 0 to 1 that look random and are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
