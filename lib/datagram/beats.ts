/** How two ends that have no connection know that there still is somebody. */
export interface Beats {
  /** Each says something at least this often, in milliseconds. */
  readonly period: number;
  /** After so many periods of silence the other is gone. */
  readonly missed: number;
}

export const usualBeats: Beats = { period: 2_000, missed: 3 };

/** The longest silence, in milliseconds. */
export const patienceOf = ({ period, missed }: Beats): number => period * missed;

/** How often one looks whether the other is still there, in milliseconds. */
export const checkOf = ({ period }: Beats): number => period / 2;

/**
 * How long after it died a peer is noticed to be gone, at the earliest and at the latest. It died just
 * before its next beat, or right after its last; and nobody looked for up to `checkOf` (facts of every
 * heartbeat: T − P to T + C). Only if that last beat arrived, and all take as long: each one lost makes
 * it up to a period sooner.
 */
export const noticedWithin = (beats: Beats): readonly [number, number] => [
  patienceOf(beats) - beats.period,
  patienceOf(beats) + checkOf(beats),
];

/** When the other end was heard last. Time is an argument, and must never go back: a monotonic clock. */
export class Pulse {
  #last: number;
  #looked: number;

  constructor(now: number) {
    this.#last = now;
    this.#looked = now;
  }

  heard(now: number): void {
    this.#last = now;
  }

  /**
   * To be asked every `checkOf`. Whoever has not looked for long was asleep itself, and cannot say that the
   * other was silent: first it listens again.
   */
  isGone(now: number, beats: Beats): boolean {
    const slept = now - this.#looked > 2 * checkOf(beats);
    this.#looked = now;
    if (slept) this.heard(now);
    return now - this.#last >= patienceOf(beats);
  }
}
