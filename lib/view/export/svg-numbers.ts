import type { Arrow } from '../meaning/item.ts';
import type { Stroke } from './svg-lines.ts';
import { letter, type Plan } from './svg-plan.ts';
import { type Shape, shape } from './svg-shape.ts';
import type { Segment } from './svg-strips.ts';

/** The numbers of the events at one point of a lane, and to which sides lines go from there. */
interface Mark {
  /** The first arrow that begins or ends here. */
  readonly arrow: Arrow;
  readonly x: number;
  readonly y: number;
  readonly numbers: number[];
  readonly sides: Set<number>;
}

/** The numbers of events at one place, and the arrow to which they belong. */
export interface Numbers {
  readonly arrow: Arrow;
  readonly shape: Shape;
  /** Their upper and lower edge, which no label may cross. */
  readonly edges: readonly Segment[];
}

/** Writes each event's number at its place on the lane: `3`, or `3–7` if several events are there. */
export function numbersAt(strokes: readonly Stroke[], plan: Plan): Numbers[] {
  const marks = new Map<string, Mark>();
  for (const { arrow } of strokes) {
    const { sent, got, from, to, heard, upTo } = arrow;
    const side = Math.sign(plan.x(to) - plan.x(from));
    if (sent) mark(marks, { arrow, x: plan.x(from), y: plan.y(sent) }, [sent.n], side);
    if (!got || heard === 'stub') continue;
    const numbers = upTo === undefined ? [got.n] : [got.n, upTo];
    mark(marks, { arrow, x: plan.x(to), y: plan.y(got) }, numbers, -side);
  }
  return [...marks.values()].map(numbersOf);
}

function mark(
  marks: Map<string, Mark>,
  place: Pick<Mark, 'arrow' | 'x' | 'y'>,
  numbers: readonly number[],
  side: number,
): void {
  const key = `${place.x} ${place.y}`;
  const known = marks.get(key) ?? { ...place, numbers: [], sides: new Set() };
  marks.set(key, known);
  known.numbers.push(...numbers);
  known.sides.add(side);
}

/** On the outer side of the lane, away from the lines. If there are lines at both sides, above one. */
function numbersOf({ arrow, x, y, numbers, sides }: Mark): Numbers {
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const text = first === last ? String(first) : `${first}\u2013${last}`;
  const outward = sides.has(1) && !sides.has(-1) ? -1 : 1;
  const start = { x: x + outward * 10, y: y + (sides.size > 1 ? -5 : 4) };
  const anchor = outward < 0 ? 'end' : 'start';
  const end = start.x + outward * text.length * letter;
  return {
    arrow,
    shape: shape('text', { class: 'thin', ...start, 'text-anchor': anchor }, text),
    edges: [0, 9].map(up => ({
      start: { x: start.x, y: start.y - up },
      end: { x: end, y: start.y - up },
    })),
  };
}
