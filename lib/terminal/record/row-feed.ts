import type { Outlet } from './wire-feed.ts';

/** The most bytes that may wait for the screen. */
const mostWaiting = 262_144;

/**
 * Rows of a picture that grows. Nobody waits for the screen: rows that it cannot take in time are
 * left out, and counted.
 */
export class RowFeed {
  readonly #outlet: Pick<Outlet, 'show' | 'waiting'>;
  #leftOut = 0;

  constructor(outlet: Pick<Outlet, 'show' | 'waiting'>) {
    this.#outlet = outlet;
  }

  show(rows: readonly string[]): void {
    const waiting = this.#outlet.waiting();
    if (this.#leftOut > 0 && waiting === 0) this.#sayWhatIsMissing();
    if (waiting > mostWaiting) this.#leftOut += rows.length;
    else for (const row of rows) this.#outlet.show(row);
  }

  #sayWhatIsMissing(): void {
    const rows = this.#leftOut.toLocaleString('en');
    this.#leftOut = 0;
    this.#outlet.show(`… ${rows} rows not shown: more than can be shown in time`);
  }
}
