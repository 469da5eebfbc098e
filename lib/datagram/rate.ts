/** Limits the number of events in a second of the clock. Time is an argument. */
export class Rate {
  readonly #most: number;
  #second = 0;
  #count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Returns false if the limit is exceeded. */
  take(now: number): boolean {
    const second = Math.floor(now / 1_000);
    if (second !== this.#second) this.#count = 0;
    this.#second = second;
    return ++this.#count <= this.#most;
  }
}

/** What one place in the room may use: messages and heartbeats are counted separately. */
export class Quota {
  readonly say: Rate;
  readonly beat: Rate;

  constructor(burst = Number.POSITIVE_INFINITY) {
    this.say = new Rate(burst);
    this.beat = new Rate(burst);
  }
}
