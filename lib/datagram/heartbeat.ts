/** How two ends without a connection know that the other is still there. */
export interface Heartbeat {
  /** The time between two heartbeats of the room, in milliseconds. Each is answered. */
  readonly period: number;
  /** The number of silent periods after which the other end is gone. */
  readonly missed: number;
}

export const defaultHeartbeat: Heartbeat = { period: 2_000, missed: 3 };

/** The longest silence, in milliseconds. */
export const timeoutOf = ({ period, missed }: Heartbeat): number => period * missed;

/** The time between two checks whether the other end is still there, in milliseconds. */
export const checkOf = ({ period }: Heartbeat): number => period / 2;

/**
 * The shortest and the longest time between a peer's death and its detection. The peer died just
 * before its next heartbeat, or right after its last; and the last check was up to `checkOf` ago (in general
 * T − P to T + C). This holds if that last heartbeat arrived, and all take equally long: each loss makes
 * it up to a period sooner.
 */
export const noticedWithin = (heartbeat: Heartbeat): readonly [number, number] => [
  timeoutOf(heartbeat) - heartbeat.period,
  timeoutOf(heartbeat) + checkOf(heartbeat),
];

/** Remembers when the other end was heard last. Time is an argument from a monotonic clock. */
export class Liveness {
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
   * Call this every `checkOf`. An end that has not checked for longer was asleep itself, and cannot
   * say that the other was silent: first it listens again.
   */
  isGone(now: number, heartbeat: Heartbeat): boolean {
    const slept = now - this.#looked > 2 * checkOf(heartbeat);
    this.#looked = now;
    if (slept) this.heard(now);
    return now - this.#last >= timeoutOf(heartbeat);
  }
}
