import type { Paint } from '../text/paint.ts';

export interface Look {
  /** Cells in a row. */
  readonly width: number;
  /** Cells in a row of a program's text; without it, such a row has no limit. */
  readonly textWidth?: number | undefined;
  readonly paint: Paint;
  readonly ascii: boolean;
}

/** Something to show that is not a run. It can be drawn, or described in sentences. */
export interface Figure {
  draw(look: Look): string[];
  /** The same in sentences, without a drawing. */
  tell(): string[];
}
