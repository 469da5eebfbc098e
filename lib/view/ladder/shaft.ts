import { type Arrow, refused } from '../meaning/item.ts';
import type { Ink } from '../text/paint.ts';
import { cells, shorten } from '../text/width.ts';
import type { Row } from './canvas.ts';
import type { LanesOnScreen } from './lanes.ts';

/** Drawn rows, and the arrows in them. */
export interface Drawn {
  readonly rows: readonly string[];
  /** `whole`: all of the arrow's label is there. */
  readonly arrows: readonly { readonly placed: Placed; readonly whole: boolean }[];
}

/** An arrow put on its lanes. */
export interface Placed {
  readonly arrow: Arrow;
  readonly from: number;
  readonly to: number;
  /** The lanes at its left and right end, and their columns. */
  readonly left: number;
  readonly right: number;
  readonly x1: number;
  readonly x2: number;
}

/** Puts an arrow on its lanes. Returns `undefined` if one of its ends has no lane. */
export function placeArrow(arrow: Arrow, lanes: LanesOnScreen): Placed | undefined {
  const from = lanes.names.indexOf(arrow.from);
  const to = lanes.names.indexOf(arrow.to);
  const left = Math.min(from, to);
  const right = Math.max(from, to);
  const [x1, x2] = [lanes.at[left], lanes.at[right]];
  if (left === right || x1 === undefined || x2 === undefined) return undefined;
  return { arrow, from, to, left, right, x1, x2 };
}

/** The columns that an arrow's line covers, and the glyphs at its two ends, such as `▶`. */
export interface Shaft {
  readonly start: number;
  readonly end: number;
  readonly leftCap: string;
  readonly rightCap: string;
}

export const inkOf = (arrow: Arrow): Ink => {
  if (arrow.kind === 'refusal') return 'refused';
  if (arrow.kind !== 'message') return 'control';
  return refused(arrow) ? 'refused' : 'message';
};

/** Draws the line of an arrow with its label. Returns whether all of the label is there. */
export function drawShaft(
  row: Row,
  placed: Placed,
  lanes: LanesOnScreen,
  shaft: Shaft,
): boolean {
  const ink = inkOf(placed.arrow);
  const { glyphs } = lanes;
  const dash = placed.arrow.kind === 'message' ? glyphs.message : glyphs.control;
  const start = shaft.start + cells(shaft.leftCap);
  const end = shaft.end - cells(shaft.rightCap);
  for (let x = start; x <= end; x++) {
    row.put(x, lanes.at.includes(x) ? glyphs.passes : dash, ink, placed.from);
  }
  row.put(shaft.start, shaft.leftCap, ink, placed.from);
  row.put(end + 1, shaft.rightCap, ink, placed.from);
  return drawLabel(row, placed, lanes, { start, end });
}

type Span = Pick<Shaft, 'start' | 'end'>;

/**
 * Draws the label in the middle, with a space and two or more dashes on each side; one dash if there is little
 * room. Returns whether all of the label is there.
 */
function drawLabel(
  row: Row,
  placed: Placed,
  lanes: LanesOnScreen,
  line: Span,
): boolean {
  const { start, end } = labelSpan(placed, lanes, line);
  const tight = cells(placed.arrow.label) > roomOn({ start, end });
  const dashes = tight ? 1 : 2;
  const room = Math.max(0, end - start - 1 - 2 * dashes);
  const label = shorten(placed.arrow.label, room, lanes.glyphs.more);
  const whole = label === placed.arrow.label;
  if (label === '') return whole;
  const indent = dashes + Math.floor((room - cells(label)) / 2);
  row.put(start + indent, ` ${label} `, inkOf(placed.arrow), placed.from);
  return whole;
}

const roomOn = ({ start, end }: Span): number => Math.max(0, end - start + 1 - 6);

/**
 * Returns where the label goes: before the first lane that the arrow passes, if there is room,
 * otherwise on the whole line.
 */
function labelSpan(
  { arrow, from, left }: Placed,
  lanes: LanesOnScreen,
  line: Span,
): Span {
  const passed = lanes.at.filter(x => x > line.start && x < line.end);
  const [first, last] = [passed[0], passed.at(-1)];
  if (first === undefined || last === undefined) return line;
  const near =
    from === left ? { ...line, end: first - 1 } : { ...line, start: last + 1 };
  return cells(arrow.label) <= roomOn(near) ? near : line;
}
