import type { TraceEvent } from '../../trace/event.ts';
import type { Arrow, Item } from '../meaning/item.ts';
import { Picture, type PictureOptions } from '../meaning/picture.ts';
import { sentences } from '../rows/plain.ts';
import { arrowsOf } from './mermaid.ts';
import { drawArrow, drawBars, drawLanes, type Plan } from './svg-parts.ts';
import { attribute, escaped } from './svg-text.ts';

export interface SvgOptions extends PictureOptions {
  readonly title?: string;
  /** The text below the picture. */
  readonly note?: string;
}

const gap = 300;
const margin = 70;
const top = 60;
const step = 22;

/** The whole trace as a self-contained drawing. Time runs downwards, one step per event. */
export function svg(events: readonly TraceEvent[], options: SvgOptions): string {
  const items = new Picture(options).add(events);
  const arrows = arrowsOf(items);
  const plan = planOf(events, arrows, options.lanes);
  const crossing = crossingArrows(items);
  const title = options.title ?? options.lanes.join(', ');
  const size = `${plan.width} ${plan.height}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}" role="img"`,
    ` aria-label=${attribute(title)}>`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(arrows.flatMap(sentences).join('. '))}</desc>`,
    style,
    ...drawLanes(plan),
    ...drawBars(items, events, plan),
    ...arrows.map(arrow => drawArrow(arrow, plan, crossing.has(arrow))),
    ...below(plan, options.note),
    '</svg>',
    '',
  ].join('\n');
}

const below = ({ height }: Plan, note: string | undefined): string[] =>
  note === undefined
    ? []
    : [`<text class="thin" x="8" y="${height - 6}">${escaped(note)}</text>`];

function planOf(
  events: readonly TraceEvent[],
  arrows: readonly Arrow[],
  lanes: readonly string[],
): Plan {
  const ends = arrows.flatMap(({ from, to }) => [from, to]);
  const names = [...new Set([...lanes, ...ends])];
  const order = [...events].filter(({ n }) => n > 0).sort((a, b) => a.n - b.n);
  const rank = new Map(order.map((event, i) => [event, i]));
  return {
    names,
    x: name => margin + names.indexOf(name) * gap,
    y: event => top + (rank.get(event) ?? 0) * step,
    width: 2 * margin + (names.length - 1) * gap,
    height: top + (order.length + 1) * step,
  };
}

/** The arrows that cross: their labels must make room for each other. */
const crossingArrows = (items: readonly Item[]): ReadonlySet<Arrow> =>
  new Set(
    items
      .filter(item => item.is === 'cross')
      .flatMap(({ first, second }) => [first, second])
      .flatMap(arrow => arrow.hops ?? [arrow]),
  );

const style = `<style>
  svg { font: 13px ui-monospace, monospace; --ink: #24292f; --thin: #6e7781; --lost: #a40e26; --turn: #0550ae }
  @media (prefers-color-scheme: dark) {
    svg { --ink: #e6edf3; --thin: #8b949e; --lost: #ff7b72; --turn: #79c0ff }
  }
  text { fill: var(--ink) } .name { font-weight: bold } .thin { fill: var(--thin) } .lost { fill: var(--lost) }
  line { stroke: var(--ink); stroke-width: 2 } line.lane { stroke: var(--thin); stroke-width: 1; stroke-dasharray: 1 5 }
  line.thin { stroke: var(--thin); stroke-width: 1; stroke-dasharray: 6 4 } line.lost { stroke: var(--lost) }
  path { fill: var(--ink) } path.thin { fill: var(--thin) } path.lost { fill: var(--lost) }
  rect { fill: var(--turn) }
</style>`;
