import { cells } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { Row } from './canvas.ts';
import type { LaneMarks } from './lane-marks.ts';
import type { LanesOnScreen } from './lanes.ts';
import { type Drawn, inkOf, type Placed } from './shaft.ts';

/** A long message is told in this many rows; the rest of it is left out. */
const most = 6;

/** Rows, which words are whole in them, and what may stand below them: the words that were cut. */
export interface Told {
  readonly rows: readonly string[];
  readonly whole: readonly string[];
  readonly below: readonly {
    readonly text: string;
    readonly rows: readonly string[];
  }[];
}

/** What is drawn, with the words that were cut in it. They are drawn now, since the lanes change with time. */
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

/** All rows. What stands whole somewhere among them is not told again: one text goes to many. */
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

/** The rows below an arrow whose label was cut: all of it, between the lanes as they go on. */
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
