import type { Clock } from '../../connection/clock.ts';

/** Where rows are shown, and how many. */
export interface Outlet {
  show(rows: string): void;
  /** What was shown and the screen has not taken yet, in bytes. */
  waiting(): number;
  readonly clock: Clock;
  /**
   * How much is shown in a second. Nobody can read more, and to draw it would slow down everybody who is
   * served. The unit is the caller's.
   */
  readonly most: number;
  /** What is left out, in one word: `chunk`, `event`. */
  readonly what: string;
}

/** The most bytes that may wait for the screen. */
const mostWaiting = 65_536;

/**
 * Rows that grow with what happens. Nobody waits for the screen: what it cannot take in time is left
 * out before it is drawn, and counted.
 */
export class RowFeed {
  readonly #outlet: Outlet;
  /** What may still be shown in this second, and when the second began. */
  #left = 0;
  #began = -Infinity;
  #leftOut = 0;
  /** Cancels the wait for the end of a gap; `undefined` if nothing is left out at present. */
  #cancel: (() => void) | undefined;

  constructor(outlet: Outlet) {
    this.#outlet = outlet;
  }

  /**
   * Whether to draw something of this size. If not, it is counted as `count` things, and all that
   * follows in the next second is left out too: one gap, not many.
   */
  takes(size: number, count = 1): boolean {
    if (this.#cancel === undefined && this.#fits(size)) return true;
    this.#leftOut += count;
    this.#cancel ??= this.#endGapLater();
    return false;
  }

  /** Shows rows. What was left out before them is said first. */
  show(rows: readonly string[]): void {
    if (rows.length === 0) return;
    if (this.#cancel === undefined) this.#sayWhatIsMissing();
    // One write for all: each write that waits costs more memory than its row.
    this.#outlet.show(rows.join('\n'));
  }

  close(): void {
    this.#cancel?.();
    this.#sayWhatIsMissing();
  }

  get #open(): boolean {
    return this.#outlet.waiting() <= mostWaiting;
  }

  #fits(size: number): boolean {
    const now = this.#outlet.clock.now();
    if (now - this.#began >= 1_000)
      [this.#began, this.#left] = [now, this.#outlet.most];
    if (size > this.#left || !this.#open) return false;
    this.#left -= size;
    return true;
  }

  #endGapLater(): () => void {
    return this.#outlet.clock.after(1_000, () => this.#endGap());
  }

  #endGap(): void {
    this.#cancel = this.#open ? undefined : this.#endGapLater();
    if (this.#cancel === undefined) this.#sayWhatIsMissing();
  }

  #sayWhatIsMissing(): void {
    if (this.#leftOut === 0) return;
    const { what, show } = this.#outlet;
    const things = `${this.#leftOut.toLocaleString('en')} ${what}${this.#leftOut === 1 ? '' : 's'}`;
    this.#leftOut = 0;
    show(`… ${things} not shown: more than can be shown in time`);
  }
}
