import { drawn, type TraceEvent } from '../../trace/event.ts';
import type { Arrow, Item, TurnMove } from '../meaning/item.ts';
import type { Label } from './svg-labels.ts';
import { degrees, type Point, type Stroke } from './svg-lines.ts';
import type { Plan } from './svg-plan.ts';
import { type Shape, shape } from './svg-shape.ts';

export const drawLanes = ({ names, x, height }: Plan): Shape[] =>
  names.flatMap(name => [
    shape('text', { class: 'name', x: x(name), y: 24, 'text-anchor': 'middle' }, name),
    drawLane(x(name), 36, height),
  ]);

export const drawLane = (x: number, y1: number, y2: number): Shape =>
  shape('line', { class: 'lane', x1: x, y1, x2: x, y2 });

/** Half-duplex: draws a bar on the lane that may speak, from the event that gave it the turn. */
export function drawBars(
  items: readonly Item[],
  events: readonly TraceEvent[],
  plan: Plan,
): Shape[] {
  const moves = items.filter(item => item.is === 'turn');
  const numbered = new Map<string | number, TraceEvent>();
  // In a joined record each end has its own numbers.
  for (const event of events.filter(drawn))
    numbered.set(event.n, event).set(`${event.end} ${event.n}`, event);
  const started = ({ who, since }: TurnMove) => {
    const event = numbered.get(`${who} ${since}`) ?? numbered.get(since);
    return event === undefined ? 36 : plan.y(event);
  };
  return moves.map((move, i) => {
    const next = moves.slice(i + 1).find(({ link }) => link === move.link);
    const [y, end] = [started(move), next ? started(next) : plan.height];
    const height = Math.max(0, end - y);
    return shape('rect', { x: plan.x(move.who) - 4, y, width: 8, height });
  });
}

/** An arrow with its label. `extra`: one more class for both. `more`: what else belongs to it. */
export function drawStroke(
  { arrow, start, end }: Stroke,
  [label, extra]: readonly [Label | undefined, string],
  more: readonly Shape[] = [],
): Shape {
  const kind = `${lookOf(arrow)} ${extra}`.trim();
  const [x1, y1, x2, y2] = [start.x, start.y, end.x, end.y];
  return shape('g', {}, [
    shape('title', {}, arrow.label),
    shape('line', { class: kind, x1, y1, x2, y2 }),
    head(start, end, kind),
    ...(label ? [written(label, kind)] : []),
    ...more,
  ]);
}

const lookOf = ({ heard, kind }: Arrow): string =>
  heard === 'no' ? 'lost' : kind === 'message' ? '' : 'thin';

function head(start: Point, end: Point, kind: string): Shape {
  const transform = `translate(${end.x} ${end.y}) rotate(${degrees(start, end)})`;
  return shape('path', { class: kind, d: 'M0 0 L-11 -5 L-11 5 Z', transform });
}

function written({ text, at, angle, above }: Label, kind: string): Shape {
  const [x, y, turn] = [at.x, at.y, (angle * 180) / Math.PI].map(
    number => Math.round(number * 10) / 10,
  );
  const transform = `translate(${x} ${y}) rotate(${turn})`;
  return shape('text', { class: kind, transform, dy: above ? -5 : 14 }, text);
}
