import type { Arrow } from '../meaning/item.ts';
import { cells } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import type { Drawn, Placed } from './shaft.ts';

/** Where the words of an X are written: all on its lines, or all between the lines. */
export interface CrossWords {
  readonly inLine: boolean;
  /** What is written between the lines. */
  readonly between: readonly Word[];
  /** The arrows, with what arrives as their label. */
  readonly arrows: Drawn['arrows'];
}

interface Word {
  readonly text: string;
  /** The row of the X; its middle is row 0. */
  readonly y: number;
  /** The first column. */
  readonly x: number;
  readonly placed: Placed;
}

/** The words that leave or arrive at one of the four corners of an X. */
interface Corner {
  readonly placed: Placed;
  readonly side: 'left' | 'right';
  readonly at: 'top' | 'bottom';
  /** The number that stands in the row next to the middle. */
  readonly number: number | undefined;
}

/** Cells of a half next to words on its line: the stroke, an arrowhead, dashes and spaces. */
const besideInLine = 9;
/** Cells of a half next to words between the lines; and if a number stands in their row. */
const besideWords = 5;
const besideNumber = 6;

/** Returns the arrow with the label that arrives: what was passed on, with the author's name. */
export const onward = (placed: Placed): Placed => {
  const label = placed.arrow.hops?.[1].label ?? placed.arrow.label;
  return { ...placed, arrow: { ...placed.arrow, label } };
};

/**
 * Places the words of an X. `a` leaves at the left, `b` at the right; their strokes meet in the
 * column `middle`.
 */
export function wordsOf(
  a: Placed,
  b: Placed,
  middle: number,
  more: string,
): CrossWords {
  const [a2, b2] = [onward(a), onward(b)];
  const corners: Corner[] = [
    { placed: a, side: 'left', at: 'top', number: a.arrow.hops?.[0].got?.n },
    { placed: b, side: 'right', at: 'top', number: b.arrow.hops?.[0].got?.n },
    { placed: b2, side: 'left', at: 'bottom', number: b.arrow.hops?.[1].sent?.n },
    { placed: a2, side: 'right', at: 'bottom', number: a.arrow.hops?.[1].sent?.n },
  ];
  const half = { left: middle - a.x1, right: a.x2 - middle };
  const inLine = corners.every(
    ({ placed: { arrow }, side }) =>
      cells(arrow.label) + besideInLine + lost(arrow) <= half[side],
  );
  const words = inLine
    ? []
    : corners.map(corner => wordsAt(corner, half[corner.side], more));
  const isCut = ({ from }: Placed) =>
    words.some(({ whole }, nth) => !whole && corners[nth]?.placed.from === from);
  const arrows = [{ ...a2, x1: middle }, b2].map(placed => {
    const whole = !isCut(placed);
    return { placed, whole };
  });
  return { inLine, between: words.flatMap(({ rows }) => rows), arrows };
}

const lost = ({ heard }: Arrow): number => (heard === 'no' ? 1 : 0);

/** Writes the words in one row next to the line if they have room there, otherwise in two. */
function wordsAt({ placed, side, at, number }: Corner, half: number, more: string) {
  const { label } = placed.arrow;
  const room = half - besideWords;
  const tight =
    number === undefined ? room : half - besideNumber - String(number).length;
  const all = cells(label) <= room ? [label] : wrap(label, tight, Infinity, more);
  const texts = all.length > 2 ? wrap(label, tight, 2, more) : all;
  const first = at === 'top' ? -2 : 3 - texts.length;
  const rows = texts.map((text, nth): Word => {
    const x = side === 'left' ? placed.x1 + 2 : placed.x2 - 1 - cells(text);
    return { text, y: first + nth, x, placed };
  });
  return { rows, whole: all.length <= 2 };
}
