import type { Paint } from '../text/paint.ts';

export interface Look {
  /** Cells in a row. */
  readonly width: number;
  readonly paint: Paint;
  readonly ascii: boolean;
}

/** Something to be shown that is no run: it can be drawn, and it can be told. */
export interface Figure {
  draw(look: Look): string[];
  /** The same in sentences, without a drawing. */
  tell(): string[];
}
