import { type DrawingAt, GrowingPicture } from './growing.ts';
import { Ladder } from './ladder/ladder.ts';
import type { View, ViewOptions } from './ladder/lanes.ts';
import { Plain } from './rows/plain.ts';
import { Table } from './rows/table.ts';

export type Style = 'ladder' | 'table' | 'plain';

const styles = { ladder: Ladder, table: Table, plain: Plain };

/** Cells that a ladder needs: in all, at its sides, and between two lanes. */
const narrowest = 60;
const margins = 18;
const narrowestLane = 12;

/** A picture that grows with every settled batch of events. */
export function view(style: Style, options: ViewOptions): View {
  const { width } = options;
  return new GrowingPicture(
    options,
    () => width,
    drawAs(() => style, options),
  );
}

/** The window of a picture. */
export interface Window {
  /** Returns its cells in a row; `undefined` without a terminal: then we print sentences. */
  columns(): number | undefined;
  /** Whether to print sentences at any width. */
  readonly plain: boolean;
}

/** A picture that always has the best style for the width of its window. */
export function viewIn(window: Window, options: Omit<ViewOptions, 'width'>): View {
  const best = (width: number | undefined) =>
    window.plain ? 'plain' : styleFor(width, options.lanes.length);
  return new GrowingPicture(options, () => window.columns(), drawAs(best, options));
}

/** Returns the best style for a window of this width; sentences if there is no window. */
export function styleFor(width: number | undefined, lanes: number): Style {
  if (width === undefined || width < 50) return 'plain';
  const betweenLanes = (width - margins) / (lanes - 1);
  return width < narrowest || betweenLanes < narrowestLane ? 'table' : 'ladder';
}

const drawAs =
  (style: (width: number | undefined) => Style, options: ViewOptions): DrawingAt =>
  (width, turns) =>
    new styles[style(width)]({ ...options, ...(width && { width }) }, turns);
