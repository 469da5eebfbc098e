import { hostOf } from './host.ts';
import { Places } from './places.ts';
import type { Quota } from './rate.ts';
import { UsedTokens } from './used-tokens.ts';

export interface AdmissionOptions {
  /** The most members at a time; `perHost`: the most from one host. */
  readonly limit: number;
  readonly perHost: number;
  /** The most messages of one member per second: each becomes one to everybody. */
  readonly burst: number;
}

/** Decides who may join among those who have proved their address. */
export class Admission {
  readonly #options: AdmissionOptions;
  readonly #places: Places;
  readonly #used = new UsedTokens();
  #inside = 0;

  constructor(options: AdmissionOptions) {
    this.#options = options;
    this.#places = new Places(options);
  }

  /** Whether the token that was made for `address` at `made` is still unused. */
  isGood(address: string, made: number): boolean {
    return this.#used.isGood(address, made);
  }

  /** Uses the token up. Returns the member's quota; or, if there is no place, the refusal to send. */
  enter(address: string, made: number, now: number): Quota | string {
    const { limit, perHost } = this.#options;
    // The refusal must not be longer than the shortest `join` that it answers.
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

  /** Forgets hosts that no longer matter. Call it regularly. */
  sweep(now: number): void {
    this.#places.sweep(now);
  }
}
