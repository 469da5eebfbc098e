import type { Ink, Paint } from '../text/paint.ts';
import { letters } from '../text/width.ts';

interface Cell {
  readonly glyph: string;
  readonly ink?: Ink;
  readonly lane: number;
}

/** One row of terminal cells. Later text covers earlier text. */
export class Row {
  readonly #cells: (Cell | undefined)[] = [];

  /**
   * Puts text at a column. Without `ink` it has no colour. A wide letter takes two cells; a mark
   * without width joins its base.
   */
  put(column: number, text: string, ink?: Ink, lane = 0): this {
    let at = column;
    for (const letter of letters(text)) {
      const joins = letter.cells === 0 ? (this.#cells[at - 1]?.glyph ?? '') : '';
      if (letter.cells === 0) at = Math.max(0, at - 1);
      this.#cells[at] = { glyph: joins + letter.text, lane, ...(ink && { ink }) };
      for (let i = 1; i < letter.cells; i++) {
        this.#cells[at + i] = { glyph: '', lane, ...(ink && { ink }) };
      }
      at += Math.max(1, letter.cells);
    }
    return this;
  }

  /** The row as text; neighbours of one ink are painted together. */
  paint(paint: Paint): string {
    const runs: Cell[] = [];
    for (const cell of this.#cells) {
      const next = cell ?? gap;
      const run = runs.at(-1);
      if (run === undefined || !sameInk(run, next)) runs.push(next);
      else runs[runs.length - 1] = { ...run, glyph: run.glyph + next.glyph };
    }
    return runs.map(run => painted(run, paint)).join('');
  }
}

const gap: Cell = { glyph: ' ', lane: 0 };

const sameInk = (a: Cell, b: Cell): boolean => a.ink === b.ink && a.lane === b.lane;

const painted = ({ glyph, ink, lane }: Cell, paint: Paint): string =>
  ink === undefined ? glyph : paint[ink](glyph, lane);
