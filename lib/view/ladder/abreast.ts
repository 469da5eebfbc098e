import type { Copies } from '../meaning/copies.ts';
import type { Arrow, Item } from '../meaning/item.ts';
import { cells } from '../text/width.ts';
import { Row } from './canvas.ts';
import type { Glyphs } from './glyphs.ts';
import { type LaneMarks, putNumber } from './lane-marks.ts';
import type { LanesOnScreen } from './lanes.ts';
import { shaftOf } from './rung.ts';
import { type Drawn, drawShaft, type Placed, placeArrow } from './shaft.ts';

/** Two thin arrows that meet at one lane from its two sides. */
type Pair = readonly [left: Placed, right: Placed];

/**
 * Draws two arrows in one row, side by side: an exchange notifies both, or notifies one of what the
 * other has done. All other arrows get a row each, because their order matters. Returns `undefined`
 * if these two cannot share a row.
 */
export function drawAbreast(
  items: readonly (Item | Copies | undefined)[],
  lanes: LanesOnScreen,
  marks: LaneMarks,
): Drawn | undefined {
  const [one, two] = items.map(item => thin(item, lanes));
  if (!lanes.look.abreast || !one || !two) return undefined;
  const pair: Pair = one.left < two.left ? [one, two] : [two, one];
  const [left, right] = pair;
  if (!haveOneCause(pair) || !haveRoom(pair, lanes)) return undefined;
  const row = new Row();
  marks.idle(row, left.left, right.right);
  const arrows = pair.map(placed => {
    const whole = drawShaft(row, placed, lanes, shaftOf(placed, lanes));
    return { placed, whole };
  });
  for (const placed of pair) {
    marks.end(row, placed, placed.from);
    marks.end(row, placed, placed.to);
  }
  putNumber(row, left.x1, numbers(left.arrow, lanes.glyphs), 'left');
  putNumber(row, right.x2, numbers(right.arrow, lanes.glyphs), 'right');
  return { rows: [row.paint(lanes.paint)], arrows };
}

/** Whether both leave the lane where they meet, or one leaves as soon as the other has arrived. */
function haveOneCause([left, right]: Pair): boolean {
  const middle = left.right;
  if (middle !== right.left || left.to === right.to) return false;
  const [comes, goes] = left.to === middle ? [left, right] : [right, left];
  if (comes.to !== middle) return true;
  return (comes.arrow.got?.n ?? 0) + 1 === goes.arrow.sent?.n;
}

/** Returns the arrow on its lanes if it is thin and has arrived: neither a message nor a connection. */
function thin(
  item: Item | Copies | undefined,
  lanes: LanesOnScreen,
): Placed | undefined {
  if (item?.is !== 'arrow' || item.heard !== 'yes') return undefined;
  const sharesItsRow = item.kind !== 'message' && item.kind !== 'connect';
  return sharesItsRow ? placeArrow(item, lanes) : undefined;
}

/** Writes both numbers at the outer end, so that the lane in the middle has none: `26→28`. */
function numbers({ sent, got }: Arrow, glyphs: Glyphs): string {
  return [sent?.n, got?.n].filter(n => n !== undefined).join(glyphs.leadsTo);
}

/** Whether the numbers have room, in the margin or before the next lane. */
function haveRoom([left, right]: Pair, { at, width, glyphs }: LanesOnScreen): boolean {
  const before = left.x1 - (left.left > 0 ? (at[left.left - 1] ?? 0) : -1);
  const behind = (at[right.right + 1] ?? width) - right.x2;
  const [first, second] = [left, right].map(
    ({ arrow }) => cells(numbers(arrow, glyphs)) + 3,
  );
  return before >= (first ?? 0) && behind >= (second ?? 0);
}
