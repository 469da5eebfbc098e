import type { Cross } from '../meaning/item.ts';
import { cells } from '../text/width.ts';
import { Row } from './canvas.ts';
import { type CrossWords, onward, wordsOf } from './cross-words.ts';
import { type LaneMarks, putNumber } from './lane-marks.ts';
import type { LanesOnScreen } from './lanes.ts';
import { type Drawn, drawShaft, inkOf, type Placed, placeArrow } from './shaft.ts';

/** Half the height of the X, in rows. One cell per row keeps its strokes straight. */
const reach = 3;

/** Draws two messages that crossed as an X. Returns `undefined` if the lanes do not allow it. */
export function drawCross(
  cross: Cross,
  lanes: LanesOnScreen,
  marks: LaneMarks,
): Drawn | undefined {
  const first = placeArrow(cross.first, lanes);
  const second = placeArrow(cross.second, lanes);
  if (first === undefined || second === undefined) return undefined;
  const [a, b] = first.from === first.left ? [first, second] : [second, first];
  const middle = middleOf(a, lanes);
  if (middle === undefined) return undefined;
  const x = new BigX(a, b, middle, lanes, marks);
  const rows = [x.leaving()];
  for (let y = 1 - reach; y < reach; y++) rows.push(x.between(y));
  rows.push(x.arriving());
  return { rows: rows.map(row => row.paint(lanes.paint)), arrows: x.arrows };
}

/**
 * Returns where the strokes meet: at the lane that passes both on, if there is one; it must lie
 * between the ends.
 */
function middleOf({ arrow, x1, x2 }: Placed, lanes: LanesOnScreen): number | undefined {
  if (arrow.hops === undefined) return Math.floor((x1 + x2) / 2);
  const via = lanes.at[lanes.names.indexOf(arrow.hops[0].to)] ?? 0;
  return via > x1 && via < x2 ? via : undefined;
}

/**
 * Returns the crossing as the verdict names it; empty if one was not heard, because then the
 * verdict does not count it.
 */
export function crossTitle({ first, second }: Cross, lanes: LanesOnScreen): string {
  if (first.heard !== 'yes' || second.heard !== 'yes') return '';
  const [a, b] = [first.sent?.n ?? 0, second.sent?.n ?? 0].sort((m, n) => m - n);
  return `${a} ${lanes.glyphs.crossed} ${b}`;
}

/** `a` goes right and down, `b` goes left and down. */
class BigX {
  readonly #a: Placed;
  readonly #b: Placed;
  readonly #middle: number;
  readonly #lanes: LanesOnScreen;
  readonly #marks: LaneMarks;
  readonly #words: CrossWords;

  constructor(
    a: Placed,
    b: Placed,
    middle: number,
    lanes: LanesOnScreen,
    marks: LaneMarks,
  ) {
    this.#a = a;
    this.#b = b;
    this.#middle = middle;
    this.#lanes = lanes;
    this.#marks = marks;
    this.#words = wordsOf(a, b, middle, lanes.glyphs.more);
  }

  get arrows(): Drawn['arrows'] {
    return this.#words.arrows;
  }

  leaving(): Row {
    const row = this.#strokes(-reach);
    this.#half(row, this.#a, 'left', '');
    this.#half(row, this.#b, 'right', '');
    this.#marks.end(row, this.#a, this.#a.from);
    this.#marks.end(row, this.#b, this.#b.from);
    putNumber(row, this.#a.x1, this.#a.arrow.sent?.n, 'left');
    putNumber(row, this.#a.x2, this.#b.arrow.sent?.n, 'right');
    return row;
  }

  arriving(): Row {
    const { left, right, refused } = this.#lanes.glyphs;
    const row = this.#strokes(reach);
    const lost = ({ arrow }: Placed) => (arrow.heard === 'no' ? refused : '');
    this.#half(row, onward(this.#b), 'left', lost(this.#b) + left);
    this.#half(row, onward(this.#a), 'right', right + lost(this.#a));
    this.#marks.end(row, this.#b, this.#b.to);
    this.#marks.end(row, this.#a, this.#a.to);
    putNumber(row, this.#a.x1, this.#b.arrow.got?.n, 'left');
    putNumber(row, this.#a.x2, this.#a.arrow.got?.n, 'right');
    return row;
  }

  between(y: number): Row {
    const [a, b] = [this.#a, this.#b];
    const row = this.#strokes(y);
    this.#marks.rest(row, a.left, a.arrow.link);
    this.#marks.rest(row, a.right, b.arrow.link);
    if (y === 0) this.#title(row);
    if (y === -1) this.#passing(row, a.arrow.hops?.[0].got, b.arrow.hops?.[0].got);
    if (y === 1) this.#passing(row, b.arrow.hops?.[1].sent, a.arrow.hops?.[1].sent);
    for (const { text, x, placed, ...word } of this.#words.between)
      if (word.y === y) row.put(x, text, inkOf(placed.arrow), placed.from);
    return row;
  }

  #strokes(y: number): Row {
    const row = new Row();
    this.#marks.idle(row, this.#a.left, this.#a.right);
    const { down, up, crossed } = this.#lanes.glyphs;
    if (y === 0) return row.put(this.#middle, crossed, 'message', this.#a.from);
    row.put(this.#middle + y, down, inkOf(this.#a.arrow), this.#a.from);
    return row.put(this.#middle - y, up, inkOf(this.#b.arrow), this.#b.from);
  }

  #half(row: Row, placed: Placed, side: 'left' | 'right', cap: string): void {
    const arrow = this.#words.inLine ? placed.arrow : { ...placed.arrow, label: '' };
    const span =
      side === 'left'
        ? { start: placed.x1 + 1, end: this.#middle - reach - 1 }
        : { start: this.#middle + reach + 1, end: placed.x2 - 1 };
    const caps = { leftCap: '', rightCap: '', [`${side}Cap`]: cap };
    drawShaft(row, { ...placed, arrow }, this.#lanes, { ...span, ...caps });
  }

  /** Writes the numbers at the end that passes the words on. */
  #passing(
    row: Row,
    left: { n: number } | undefined,
    right: { n: number } | undefined,
  ) {
    putNumber(row, this.#middle - 1, left?.n, 'left');
    putNumber(row, this.#middle + 1, right?.n, 'right');
  }

  #title(row: Row): void {
    const [first, second] = [this.#a.arrow, this.#b.arrow];
    const title = crossTitle({ is: 'cross', first, second }, this.#lanes);
    const last = this.#a.x2 - 2 - cells(title);
    const start = Math.max(this.#middle + 2, Math.min(this.#middle + reach + 3, last));
    row.put(start, title, 'note');
  }
}
