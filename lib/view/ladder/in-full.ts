import { cells } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { Row } from './canvas.ts';
import type { LaneMarks } from './lane-marks.ts';
import type { LanesOnScreen } from './lanes.ts';
import { type Drawn, inkOf, type Placed } from './shaft.ts';

/** A long message gets this many rows; the rest of it is left out. */
const most = 6;

/** Drawn rows, the labels that are complete in them, and rows for those that were shortened. */
export interface Told {
  readonly rows: readonly string[];
  readonly whole: readonly string[];
  readonly below: readonly {
    readonly text: string;
    readonly rows: readonly string[];
  }[];
}

/** Adds rows for shortened labels. They are drawn now, because the lanes change with time. */
export function toldAs(
  { rows, arrows }: Drawn,
  lanes: LanesOnScreen,
  marks: LaneMarks,
): Told {
  const named = arrows.filter(({ placed }) => placed.arrow.kind !== 'connect');
  return {
    rows,
    whole: named.flatMap(({ placed, whole }) => (whole ? [placed.arrow.label] : [])),
    below: named.flatMap(({ placed, whole }) =>
      whole ? [] : [{ text: placed.arrow.label, rows: inFull(placed, lanes, marks) }],
    ),
  };
}

/** Joins all rows. A text that is complete in one of them is not repeated: many may hear it. */
export function inOrder(all: readonly Told[]): string[] {
  const known = new Set(all.flatMap(({ whole }) => whole));
  return all.flatMap(({ rows, below }) => {
    const missing = below.filter(({ text }) => {
      const isNew = !known.has(text);
      known.add(text);
      return isNew;
    });
    return [...rows, ...missing.flatMap(cut => cut.rows)];
  });
}

/** Returns the whole label in rows for below its arrow, with the lanes continued. */
function inFull(
  { arrow, from, left, right, x1 }: Placed,
  lanes: LanesOnScreen,
  marks: LaneMarks,
): string[] {
  const { width, glyphs, paint, at } = lanes;
  const leftmost = (at[0] ?? 0) + 2;
  const start = Math.max(leftmost, Math.min(x1 + 2, width - cells(arrow.label)));
  return wrap(arrow.label, width - start, most, glyphs.more).map(part => {
    const row = new Row();
    marks.idle(row, left, right);
    for (const lane of [left, right]) marks.rest(row, lane, arrow.link);
    row.put(start - 1, ' ').put(start, part, inkOf(arrow), from);
    return row.paint(paint);
  });
}
