import type { Cross, Item } from '../meaning/item.ts';
import { arrowsOf } from './mermaid.ts';
import { meetingPoint, type Point, strokeOf } from './svg-lines.ts';
import { letter, type Plan } from './svg-plan.ts';
import { type Shape, shape } from './svg-shape.ts';
import type { Segment } from './svg-strips.ts';

/** Where the lines of two messages cross, and how the verdict names that. */
export interface Crossed {
  readonly at: Point;
  readonly title: string;
}

/** The crossings that a verdict counts, each at the place where the two lines meet. */
export const crossingsIn = (items: readonly Item[], plan: Plan): Crossed[] =>
  items.flatMap(item => (item.is === 'cross' ? crossingOf(item, plan) : []));

function crossingOf(cross: Cross, plan: Plan): Crossed[] {
  const { first, second } = cross;
  if (first.heard !== 'yes' || second.heard !== 'yes') return [];
  const title = titleOf(cross);
  const strokes = arrowsOf([cross]).flatMap(hop => strokeOf(hop, plan) ?? []);
  for (const [i, one] of strokes.entries())
    for (const other of strokes.slice(i + 1)) {
      const at = meetingPoint(one, other);
      if (at) return [{ at, title }];
    }
  return onTheLane(cross, plan).map(at => ({ at, title }));
}

/** If no lines meet, both messages were at the relay at the same time. */
function onTheLane({ first, second }: Cross, plan: Plan): Point[] {
  if (first.hops === undefined || second.hops === undefined) return [];
  const [came, went] = [first.hops, second.hops];
  const inside = [came[0].got, went[0].got, came[1].sent, went[1].sent];
  const heights = inside.flatMap(event => (event ? [plan.y(event)] : []));
  const [, from = 0, to = 0] = heights.sort((a, b) => a - b);
  return [{ x: plan.x(came[0].to), y: (from + to) / 2 }];
}

function titleOf({ first, second }: Cross): string {
  const [a, b] = [first.sent?.n ?? 0, second.sent?.n ?? 0].sort((m, n) => m - n);
  return `${a} \u2573 ${b}`;
}

const height = 18;

const widthOf = ({ title }: Crossed): number => title.length * letter + 14;

/** A plate with the numbers of both, on the crossing itself. */
export function drawCrossing(crossed: Crossed): Shape {
  const { at, title } = crossed;
  const width = widthOf(crossed);
  const box = { x: at.x - width / 2, y: at.y - height / 2, width, height, rx: 10 };
  return shape('g', { class: 'crossing' }, [
    shape('title', {}, `${title}: each was sent before the other was heard`),
    shape('rect', box),
    shape('text', { x: at.x, y: at.y + 5, 'text-anchor': 'middle' }, title),
  ]);
}

/** Its edges, which no label may cross. */
export function edgesOf(crossed: Crossed): Segment[] {
  const { x, y } = crossed.at;
  const half = widthOf(crossed) / 2;
  return [-height / 2, 0, height / 2].map(down => ({
    start: { x: x - half, y: y + down },
    end: { x: x + half, y: y + down },
  }));
}
