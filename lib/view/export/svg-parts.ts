import { drawn, type TraceEvent } from '../../trace/event.ts';
import type { Arrow, Item, TurnMove } from '../meaning/item.ts';
import { shorten } from '../text/width.ts';
import { escaped } from './svg-text.ts';

/** The layout of the drawing: each lane has an x, each numbered event a y. */
export interface Plan {
  readonly names: readonly string[];
  readonly x: (name: string) => number;
  readonly y: (event: TraceEvent) => number;
  readonly width: number;
  readonly height: number;
}

export const drawLanes = ({ names, x, height }: Plan): string[] =>
  names.flatMap(name => [
    `<text class="name" x="${x(name)}" y="24" text-anchor="middle">${escaped(name)}</text>`,
    `<line class="lane" x1="${x(name)}" y1="36" x2="${x(name)}" y2="${height}"/>`,
  ]);

/** Half-duplex: draws a bar on the lane that may speak, from the event that gave it the turn. */
export function drawBars(
  items: readonly Item[],
  events: readonly TraceEvent[],
  plan: Plan,
): string[] {
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
    const x = plan.x(move.who) - 4;
    return `<rect x="${x}" y="${y}" width="8" height="${Math.max(0, end - y)}"/>`;
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How much of its label an arrow has. */
export type LabelSize = 'long' | 'short' | 'none';

export function drawArrow(arrow: Arrow, plan: Plan, size: LabelSize): string {
  const { sent, got } = arrow;
  const [leaves, arrives] = [sent ?? got, got ?? sent];
  if (leaves === undefined || arrives === undefined) return '';
  const start = { x: plan.x(arrow.from), y: plan.y(leaves) };
  const goal = { x: plan.x(arrow.to), y: plan.y(arrives) };
  const end = arrow.heard === 'stub' ? between(start, goal, 0.6) : goal;
  const kind = arrow.heard === 'no' ? 'lost' : arrow.kind === 'message' ? '' : 'thin';
  return [
    `<g><title>${escaped(arrow.label)}</title>`,
    `<line class="${kind}" x1="${start.x}" y1="${start.y}" x2="${end.x}" y2="${end.y}"/>`,
    head(start, end, kind),
    size === 'none' ? '' : label(arrow, start, end, kind, size === 'short'),
    sent ? number(sent.n, start, goal) : '',
    got && arrow.heard !== 'stub' ? number(got.n, goal, start) : '',
    '</g>',
  ].join('');
}

const between = (a: Point, b: Point, part: number): Point => ({
  x: Math.round(a.x + (b.x - a.x) * part),
  y: Math.round(a.y + (b.y - a.y) * part),
});

const degrees = (a: Point, b: Point): number =>
  Math.round((Math.atan2(b.y - a.y, b.x - a.x) * 1800) / Math.PI) / 10;

const head = (start: Point, end: Point, kind: string): string =>
  `<path class="${kind}" d="M0 0 L-11 -5 L-11 5 Z" ` +
  `transform="translate(${end.x} ${end.y}) rotate(${degrees(start, end)})"/>`;

/** The width of a letter, and what is free beside a label, in pixels. */
const letter = 7.8;
const labelMargin = 24;

/**
 * Along the line; `short`: nearer to the speaker, where two lines meet, so that both can be read.
 */
function label(arrow: Arrow, start: Point, end: Point, kind: string, short: boolean) {
  const at = between(start, end, short ? 0.27 : 0.5);
  const room = Math.abs(end.x - start.x) * (short ? 0.5 : 1) - labelMargin;
  const [left, right] = start.x <= end.x ? [start, end] : [end, start];
  const mark = { yes: '', late: '', no: ' \u2717', stub: ' \u2026' }[arrow.heard];
  const text = escaped(shorten(arrow.label, Math.floor(room / letter)) + mark);
  const turned = `translate(${at.x} ${at.y}) rotate(${degrees(left, right)})`;
  return `<text class="${kind}" text-anchor="middle" transform="${turned}" dy="-5">${text}</text>`;
}

/** On the outer side of the lane, away from the other end. */
function number(n: number, at: Point, other: Point): string {
  const left = at.x < other.x;
  const x = at.x + (left ? -10 : 10);
  const anchor = left ? 'end' : 'start';
  return `<text class="thin" x="${x}" y="${at.y + 4}" text-anchor="${anchor}">${n}</text>`;
}
