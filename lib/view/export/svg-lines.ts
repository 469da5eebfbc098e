import type { Arrow } from '../meaning/item.ts';
import type { Plan } from './svg-plan.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Line {
  readonly start: Point;
  readonly end: Point;
}

/** An arrow on the drawing. One that has not arrived yet ends on its way. */
export interface Stroke extends Line {
  readonly arrow: Arrow;
}

export function strokeOf(arrow: Arrow, plan: Plan): Stroke | undefined {
  const { sent, got } = arrow;
  const [leaves, arrives] = [sent ?? got, got ?? sent];
  if (leaves === undefined || arrives === undefined) return undefined;
  const start = { x: plan.x(arrow.from), y: plan.y(leaves) };
  const goal = { x: plan.x(arrow.to), y: plan.y(arrives) };
  return {
    arrow,
    start,
    end: arrow.heard === 'stub' ? between(start, goal, 0.6) : goal,
  };
}

export const between = (a: Point, b: Point, part: number): Point => ({
  x: Math.round(a.x + (b.x - a.x) * part),
  y: Math.round(a.y + (b.y - a.y) * part),
});

export const degrees = (a: Point, b: Point): number =>
  Math.round((Math.atan2(b.y - a.y, b.x - a.x) * 1800) / Math.PI) / 10;

/** Where two lines meet; `undefined` if they do not. */
export function meetingPoint(a: Line, b: Line): Point | undefined {
  const [p, q] = [vector(a), vector(b)];
  const area = p.x * q.y - p.y * q.x;
  if (area === 0) return undefined;
  const gap = { x: b.start.x - a.start.x, y: b.start.y - a.start.y };
  const [onA, onB] = [
    (gap.x * q.y - gap.y * q.x) / area,
    (gap.x * p.y - gap.y * p.x) / area,
  ];
  const isOnBoth = onA > 0 && onA < 1 && onB > 0 && onB < 1;
  return isOnBoth ? between(a.start, a.end, onA) : undefined;
}

const vector = ({ start, end }: Line): Point => ({
  x: end.x - start.x,
  y: end.y - start.y,
});
