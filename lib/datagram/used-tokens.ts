import { validFor } from './token.ts';

/** The default number of addresses that are remembered. */
const usual = 10_000;

/**
 * Remembers which tokens were used: none is valid twice, and none that is older than the last one of its
 * address. An address is forgotten when its token is too old anyway. When there are too many addresses, the
 * oldest is forgotten, and from then on no token of that age is valid, from any address.
 */
export class UsedTokens {
  readonly #most: number;
  /** By address, when its last used token was made; the one used longest ago comes first. */
  readonly #made = new Map<string, number>();
  #floor = Number.NEGATIVE_INFINITY;

  constructor(most = usual) {
    this.#most = most;
  }

  /** How many addresses are remembered. */
  get size(): number {
    return this.#made.size;
  }

  isGood(address: string, made: number): boolean {
    return made > Math.max(this.#floor, this.#made.get(address) ?? this.#floor);
  }

  use(address: string, made: number, now: number): void {
    this.#made.delete(address);
    this.#made.set(address, made);
    for (const [oldest, its] of this.#made) {
      if (now - its <= validFor && this.#made.size <= this.#most) return;
      if (now - its <= validFor) this.#floor = Math.max(this.#floor, its);
      this.#made.delete(oldest);
    }
  }
}
