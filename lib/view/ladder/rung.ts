import { type Arrow, refused } from '../meaning/item.ts';
import { cells } from '../text/width.ts';
import { Row } from './canvas.ts';
import type { Glyphs } from './glyphs.ts';
import { type LaneMarks, putNumber, putRemark, remarkStart } from './lane-marks.ts';
import type { LanesOnScreen } from './lanes.ts';
import { type Drawn, drawShaft, type Placed, type Shaft } from './shaft.ts';

/** The part of its way that is drawn of an arrow that has not arrived yet, or arrives late. */
const partOfTheWay = 0.7;

/** Draws one arrow in one row. */
export function drawRung(
  placed: Placed,
  lanes: LanesOnScreen,
  marks: LaneMarks,
  aside?: string,
): Drawn {
  const { arrow, from, to, left, right, x1, x2 } = placed;
  const row = new Row();
  marks.idle(row, left, right);
  const whole = drawShaft(row, placed, lanes, shaftOf(placed, lanes));
  marks.end(row, placed, from);
  marks.end(row, placed, to);
  const [leftN, rightN] = from === left ? numbers(arrow) : numbers(arrow).reverse();
  putNumber(row, x1, leftN, 'left');
  putNumber(row, x2, rightN, 'right');
  const beside = right === lanes.at.length - 1 ? rightN : undefined;
  putRemark(row, lanes, aside ?? notHeard(arrow, lanes, beside), beside);
  return { rows: [row.paint(lanes.paint)], arrows: [{ placed, whole }] };
}

/** Returns the numbers for the two ends of an arrow. A late arrow's start has its number already. */
const numbers = ({
  heard,
  sent,
  got,
  upTo,
}: Arrow): (number | string | undefined)[] => [
  heard === 'late' ? undefined : sent?.n,
  heard === 'stub' ? undefined : upTo ? `${got?.n}-${upTo}` : got?.n,
];

export function shaftOf(
  { arrow, from, left, x1, x2 }: Placed,
  { glyphs }: LanesOnScreen,
): Shaft {
  const goesRight = from === left;
  const [start, end] = [x1 + 1, x2 - 1];
  const caps = goesRight ? rightward(arrow, glyphs) : leftward(arrow, glyphs);
  if (arrow.heard === 'yes' || arrow.heard === 'no') return { start, end, ...caps };
  const part = Math.round((end - start) * partOfTheWay);
  const short = Math.max(part, Math.min(cells(arrow.label) + 8, end - start - 2));
  const startsAtLeft = goesRight === (arrow.heard === 'stub');
  return startsAtLeft
    ? { start, end: start + short, ...caps }
    : { start: end - short, end, ...caps };
}

function rightward(arrow: Arrow, glyphs: Glyphs) {
  const leftCap = arrow.heard === 'late' ? `${glyphs.more} ` : '';
  const onItsWay = arrow.heard === 'stub' ? ` ${glyphs.more}` : '';
  return { leftCap, rightCap: glyphs.right + lossOf(arrow, glyphs) + onItsWay };
}

function leftward(arrow: Arrow, glyphs: Glyphs) {
  const rightCap = arrow.heard === 'late' ? ` ${glyphs.more}` : '';
  const onItsWay = arrow.heard === 'stub' ? `${glyphs.more} ` : '';
  return { leftCap: onItsWay + lossOf(arrow, glyphs) + glyphs.left, rightCap };
}

const lossOf = (arrow: Arrow, glyphs: Glyphs): string =>
  refused(arrow) ? glyphs.refused : '';

/** Returns `not heard`, with the reason if there is room; nothing if there is no room at all. */
function notHeard(arrow: Arrow, lanes: LanesOnScreen, n?: number | string): string {
  if (!refused(arrow)) return '';
  const room = lanes.width - remarkStart(lanes, n);
  const texts = arrow.reason
    ? [`not heard: ${arrow.reason}`, 'not heard']
    : ['not heard'];
  return texts.find(text => cells(text) <= room) ?? '';
}
