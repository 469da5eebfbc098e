import { hostOf } from './host.ts';
import { Places } from './places.ts';
import type { Quota } from './rate.ts';
import { UsedTokens } from './used-tokens.ts';

export interface AdmissionOptions {
  /** At most this many are in at a time, and of one host at most so many. */
  readonly limit: number;
  readonly perHost: number;
  /** How many messages of one member are heard in a second: each becomes one to everybody. */
  readonly burst: number;
}

/** Whom the room lets in of those who have proved their address. */
export class Admission {
  readonly #options: AdmissionOptions;
  readonly #places: Places;
  readonly #used = new UsedTokens();
  #inside = 0;

  constructor(options: AdmissionOptions) {
    this.#options = options;
    this.#places = new Places(options);
  }

  /** Whether a token of that address, made then, has let nobody in. */
  isGood(address: string, made: number): boolean {
    return this.#used.isGood(address, made);
  }

  /** Uses the token up, and gives what the member may use; or says why there is no place. */
  enter(address: string, made: number, now: number): Quota | string {
    const { limit, perHost } = this.#options;
    // No longer than the shortest join that can be answered with it.
    if (this.#inside >= limit) return `! Full: ${limit} at a time`;
    const quota = this.#places.take(hostOf(address));
    if (quota === undefined) return `! Full: ${perHost} per host`;
    this.#inside++;
    this.#used.use(address, made, now);
    return quota;
  }

  leave(address: string, quota: Quota, now: number): void {
    this.#inside--;
    this.#places.leave(hostOf(address), quota, now);
  }

  /** Forgets what does not matter any more. Call it now and then. */
  sweep(now: number): void {
    this.#places.sweep(now);
  }
}
