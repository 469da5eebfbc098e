/** How two ends that have no connection know that there still is somebody. */
export interface Heartbeat {
  /** The room beats this often, and each beat is answered. Milliseconds. */
  readonly period: number;
  /** After so many periods of silence the other is gone. */
  readonly missed: number;
}

export const defaultHeartbeat: Heartbeat = { period: 2_000, missed: 3 };

/** The longest silence, in milliseconds. */
export const timeoutOf = ({ period, missed }: Heartbeat): number => period * missed;

/** How often an end looks whether the other is still there, in milliseconds. */
export const checkOf = ({ period }: Heartbeat): number => period / 2;

/**
 * How long after it died a peer is noticed to be gone, at the earliest and at the latest. It died just
 * before its next heartbeat, or right after its last; and nobody looked for up to `checkOf` (facts of every
 * heartbeat: T − P to T + C). Only if that last one arrived, and all take as long: each one lost makes
 * it up to a period sooner.
 */
export const noticedWithin = (heartbeat: Heartbeat): readonly [number, number] => [
  timeoutOf(heartbeat) - heartbeat.period,
  timeoutOf(heartbeat) + checkOf(heartbeat),
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
  isGone(now: number, heartbeat: Heartbeat): boolean {
    const slept = now - this.#looked > 2 * checkOf(heartbeat);
    this.#looked = now;
    if (slept) this.heard(now);
    return now - this.#last >= timeoutOf(heartbeat);
  }
}
