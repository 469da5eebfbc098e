/** For how many of the latest numbers we know whether they arrived. */
const remembered = 64;
/** A number further above the highest known is a mistake or a forgery: it must not make all true ones look old. */
const ahead = 1_000;

/** What a number tells about the message that carries it. */
export type Place =
  /** `missing`: how many before it have not arrived. */
  | { readonly is: 'next'; readonly missing: number }
  /** It was counted as missing. */
  | { readonly is: 'late' }
  | { readonly is: 'repeat' }
  /** Too far back: late or a repeat, nobody can tell. */
  | { readonly is: 'old' };

/** Which of a peer's numbered messages have come: of any length of talk, in a fixed size of memory. */
export class ReplayWindow {
  /** The highest number that is known of. */
  newest = 0;
  /** At the place of each number, modulo: the last of those that came. */
  readonly #came = new Uint32Array(remembered);

  /** Whether a number is too far ahead to be believed. Never pass such a number to `take` or `reach`. */
  isFar(n: number): boolean {
    return n > this.newest + ahead;
  }

  /** Message `n` is there. Numbers begin with 1. */
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
