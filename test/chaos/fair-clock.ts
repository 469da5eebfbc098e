/** How often it looks, in milliseconds. */
const beat = 10;
/** A beat that is later than this was held up; below it, timers are just not exact. In milliseconds. */
const heldUp = 50;

/**
 * Time in which this process could have worked. On a busy machine others take turns: a gap between two
 * beats in which we used no processor either was not ours, and does not count. A server that blocks the
 * loop uses it, and one that waits for somebody lets the beats go on: both count in full.
 */
export class FairClock {
  #looked = performance.now();
  #worked = process.cpuUsage();
  #taken = 0;
  readonly #timer = setInterval(() => this.#look(), beat);

  now(): number {
    this.#look();
    return performance.now() - this.#taken;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const late = performance.now() - this.#looked - beat;
    const { user, system } = process.cpuUsage(this.#worked);
    if (late > heldUp) this.#taken += Math.max(0, late - (user + system) / 1_000);
    this.#looked = performance.now();
    this.#worked = process.cpuUsage();
  }
}
