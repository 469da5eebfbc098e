/** For how many of the latest numbers we know whether they arrived. */
const remembered = 64;
/**
 * A number that is more than this above the highest known is an error or a forgery: it must not
 * make real ones look old.
 */
const ahead = 1_000;

/** What a number tells about the message that carries it. */
export type Place =
  /** `missing`: how many before it have not arrived. */
  | { readonly is: 'next'; readonly missing: number }
  /** It was counted as missing. */
  | { readonly is: 'late' }
  | { readonly is: 'repeat' }
  /** Too far back to tell whether it is late or a duplicate. */
  | { readonly is: 'old' };

/**
 * Remembers which of a peer's numbered messages have arrived, in a fixed amount of memory, however
 * long the talk is.
 */
export class ReplayWindow {
  /** The highest known number. */
  newest = 0;
  /** At each number's position (modulo the size): the last such number that arrived. */
  readonly #came = new Uint32Array(remembered);

  /** Whether a number is too far ahead to be believed. Never pass such a number to `take` or `reach`. */
  isFar(n: number): boolean {
    return n > this.newest + ahead;
  }

  /** Notes that message `n` has arrived. Numbers begin with 1. */
  take(n: number): Place {
    if (n <= this.newest - remembered) return { is: 'old' };
    if (this.#came[n % remembered] === n) return { is: 'repeat' };
    this.#came[n % remembered] = n;
    if (n <= this.newest) return { is: 'late' };
    return { is: 'next', missing: this.reach(n) - 1 };
  }

  /** Notes that the peer has sent numbers up to `n`. Returns how many of those are new to us. */
  reach(n: number): number {
    const unknown = Math.max(0, n - this.newest);
    this.newest += unknown;
    return unknown;
  }
}
