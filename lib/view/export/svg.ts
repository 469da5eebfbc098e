import { drawn, type TraceEvent } from '../../trace/event.ts';
import type { Arrow, Item } from '../meaning/item.ts';
import { Picture, type PictureOptions } from '../meaning/picture.ts';
import { sentences } from '../rows/plain.ts';
import { cells } from '../text/width.ts';
import { arrowsOf } from './mermaid.ts';
import { drawArrows } from './svg-arrows.ts';
import { drawBars, drawLanes } from './svg-parts.ts';
import { letter, type Plan } from './svg-plan.ts';
import { markup } from './svg-shape.ts';
import { attribute, escaped } from './svg-text.ts';

export interface SvgOptions extends PictureOptions {
  readonly title?: string;
  /** The text below the picture. */
  readonly note?: string;
}

const margin = 70;
const top = 60;
/** The least and the most from one lane to the next, in pixels. */
const [narrowest, widest] = [300, 460];
/** From one event to the next, downwards. */
export const step = 22;

/** The whole trace as a self-contained drawing. Time runs downwards, one step per event. */
export function svg(events: readonly TraceEvent[], options: SvgOptions): string {
  const { items, plan, shapes } = ladderDrawing(events, options);
  const title = options.title ?? options.lanes.join(', ');
  const size = `${plan.width} ${plan.height}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}" role="img"`,
    ` aria-label=${attribute(title)}>`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(arrowsOf(items).flatMap(sentences).join('. '))}</desc>`,
    `<style>${style}</style>`,
    ...shapes,
    ...below(plan, options.note),
    '</svg>',
    '',
  ].join('\n');
}

/** A ladder: what it means, where everything stands, and its shapes as markup. */
export interface LadderDrawing {
  readonly items: readonly Item[];
  readonly plan: Plan;
  readonly shapes: readonly string[];
}

/** `gap`: from one lane to the next, in pixels (default: as wide as the words need). */
export function ladderDrawing(
  events: readonly TraceEvent[],
  options: PictureOptions,
  gap?: number,
): LadderDrawing {
  const items = new Picture(options).add(events);
  const plan = planOf(events, items, options.lanes, gap);
  const bars = drawBars(items, events, plan);
  const shapes = [...drawLanes(plan), ...bars, ...drawArrows(items, plan)];
  return { items, plan, shapes: shapes.map(markup) };
}

const below = ({ height }: Plan, note: string | undefined): string[] =>
  note === undefined
    ? []
    : [`<text class="thin" x="8" y="${height - 6}">${escaped(note)}</text>`];

function planOf(
  events: readonly TraceEvent[],
  items: readonly Item[],
  lanes: readonly string[],
  given: number | undefined,
): Plan {
  const gap = given ?? gapFor(items);
  const ends = arrowsOf(items).flatMap(({ from, to }) => [from, to]);
  const names = [...new Set([...lanes, ...ends])];
  // The events are in order: in a joined record each end has its own numbers.
  const order = events.filter(drawn);
  const rank = new Map(order.map((event, i) => [event, i]));
  return {
    names,
    x: name => margin + names.indexOf(name) * gap,
    y: event => top + (rank.get(event) ?? 0) * step,
    width: 2 * margin + (names.length - 1) * gap,
    height: top + (order.length + 1) * step,
  };
}

/** Words that cross share the way with each other, and with the numbers of the crossing. */
function gapFor(items: readonly Item[]): number {
  const needed = items.flatMap(item => {
    if (item.is === 'turn') return [];
    const crosses = item.is === 'cross';
    return arrowsOf([item]).map(arrow => roomFor(arrow, crosses));
  });
  return Math.min(widest, Math.max(narrowest, ...needed));
}

const roomFor = ({ label }: Arrow, crosses: boolean): number =>
  Math.round((cells(label) * letter + 40) * (crosses ? 2 : 1)) + (crosses ? 80 : 0);

export const style = `
  svg { color-scheme: light dark; font: 13px ui-monospace, monospace; --ink: #24292f; --thin: #6e7781; --lost: #a40e26; --turn: #0550ae }
  @media (prefers-color-scheme: dark) {
    svg { --ink: #e6edf3; --thin: #8b949e; --lost: #ff7b72; --turn: #79c0ff }
  }
  text { fill: var(--ink); paint-order: stroke; stroke: Canvas; stroke-width: 3px; stroke-linejoin: round }
  .name { font-weight: bold } .thin { fill: var(--thin) } .lost { fill: var(--lost) }
  line { stroke: var(--ink); stroke-width: 2 } line.lane { stroke: var(--thin); stroke-width: 1; stroke-dasharray: 1 5 }
  line.thin { stroke: var(--thin); stroke-width: 1; stroke-dasharray: 6 4 } line.lost { stroke: var(--lost) }
  path { fill: var(--ink) } path.thin { fill: var(--thin) } path.lost { fill: var(--lost) }
  rect { fill: var(--turn) } .crossing rect { fill: Canvas; stroke: var(--turn); stroke-width: 1.5 }
  .crossing text { fill: var(--turn); font-weight: bold }
`;
