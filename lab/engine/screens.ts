import type { Screens } from './lab-run.ts';

/** A screen shows no more lines than this. */
const rows = 100;

/** What everybody sees, as it grows. Moments share the lines that did not change. */
export class ScreensSoFar {
  readonly #lines = new Map<string, readonly string[]>();

  add(who: string, line: string): void {
    const before = this.#lines.get(who) ?? [];
    this.#lines.set(who, [...before, line].slice(-rows));
  }

  now(): Screens {
    return Object.fromEntries(this.#lines);
  }
}
