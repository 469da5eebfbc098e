import type { Copies } from '../meaning/copies.ts';
import { Row } from './canvas.ts';
import { type LaneMarks, putNumber } from './lane-marks.ts';
import type { LanesOnScreen } from './lanes.ts';
import { shaftOf } from './rung.ts';
import { type Drawn, drawShaft, type Placed, placeArrow } from './shaft.ts';

/**
 * Draws the copies of the same words in one row: a line from the end that sends them, with an
 * arrowhead at each end that hears them. Returns `undefined` if one of the ends has no lane.
 */
export function drawFan(
  { arrows }: Copies,
  lanes: LanesOnScreen,
  marks: LaneMarks,
): Drawn | undefined {
  const placed = arrows.flatMap(arrow => placeArrow(arrow, lanes) ?? []);
  const longestFirst = [...placed].sort((a, b) => lengthOf(b) - lengthOf(a));
  const labelled = roomiest(longestFirst);
  if (labelled === undefined || placed.length < arrows.length) return undefined;
  const row = new Row();
  marks.idle(row, labelled.from, labelled.from);
  for (const one of longestFirst) if (one !== labelled) drawLine(row, one, lanes, '');
  const whole = drawLine(row, labelled, lanes, labelled.arrow.label);
  for (const one of placed) marks.end(row, one, one.to);
  marks.end(row, labelled, labelled.from);
  for (const { to, arrow, ...ends } of placed) {
    const side = ends.from < to ? 'right' : 'left';
    putNumberOn(row, placed, lanes.at[to], arrow.got?.n, side);
  }
  const other = toRight(labelled) ? 'left' : 'right';
  putNumberOn(row, placed, lanes.at[labelled.from], numbersSent(arrows), other);
  return {
    rows: [row.paint(lanes.paint)],
    arrows: [{ placed: labelled, whole }],
  };
}

const lengthOf = ({ x1, x2 }: Placed): number => x2 - x1;
const toRight = ({ from, to }: Placed): boolean => to > from;

/** Returns the arrow that gets the label: the longer one of the nearest arrows at each side. */
function roomiest(longestFirst: readonly Placed[]): Placed | undefined {
  const left = longestFirst.findLast(one => !toRight(one));
  const right = longestFirst.findLast(toRight);
  if (left === undefined || right === undefined) return left ?? right;
  return lengthOf(left) > lengthOf(right) ? left : right;
}

function drawLine(
  row: Row,
  placed: Placed,
  lanes: LanesOnScreen,
  label: string,
): boolean {
  const line = { ...placed, arrow: { ...placed.arrow, label } };
  return drawShaft(row, line, lanes, shaftOf(line, lanes));
}

/** Returns the numbers of what was sent, which follow each other: `62-68`. */
function numbersSent(arrows: Copies['arrows']): string {
  const [first, last] = [arrows[0], arrows.at(-1)].map(arrow => arrow?.sent?.n);
  return `${first}-${last}`;
}

/** Writes a number at one side of a lane: on the line if the line goes on there. */
function putNumberOn(
  row: Row,
  placed: readonly Placed[],
  x: number | undefined,
  number: number | string | undefined,
  side: 'left' | 'right',
): void {
  if (x === undefined || number === undefined) return;
  const beyond = side === 'right' ? x + 1 : x - 1;
  const onLine = placed.some(({ x1, x2 }) => x1 < beyond && beyond < x2);
  const text = ` ${number} `;
  if (!onLine) putNumber(row, x, number, side);
  else row.put(side === 'right' ? x + 1 : x - text.length, text, 'number');
}
