import type { TraceEvent } from '../../../lib/trace/event.ts';
import { arrowsOf } from '../../../lib/view/export/mermaid.ts';
import type { Plan } from '../../../lib/view/export/svg-plan.ts';
import { summed } from '../../../lib/view/meaning/introductions.ts';
import type { Arrow, Item } from '../../../lib/view/meaning/item.ts';
import { Picture } from '../../../lib/view/meaning/picture.ts';
import { columnsFor } from './columns.ts';
import { type Lanes, lanesOf } from './lanes.ts';
import { type LiveRecord, theRoom } from './live-record.ts';
import { rowsOf } from './rows.ts';

/** From one row to the next, and from the head to the first row, in units of the drawing. */
const [step, top] = [24, 26];
/** How far the label of a row stands above it. */
const label = 17;

export interface LayoutOptions {
  /** The size of the window, in units of the drawing. The lanes go on to its foot. */
  readonly width: number;
  readonly least?: number;
  readonly me: string;
}

/** What there is to draw, and where it stands. */
export interface Layout {
  readonly items: readonly Item[];
  readonly lanes: Lanes;
  /** The x of each lane. */
  readonly at: ReadonlyMap<string, number>;
  readonly plan: Plan;
}

/** All that the record means, in the names of people. */
export function itemsOf(record: LiveRecord): Item[] {
  const { events } = record;
  const lanes = [theRoom, ...record.here];
  const peerOf = (link: string) => record.nameOf(link);
  return new Picture({ mode: 'full-duplex', lanes, peerOf }).add(events);
}

export function layoutOf(
  record: LiveRecord,
  { width, least = 0, me }: LayoutOptions,
): Layout {
  const items = summed(itemsOf(record));
  const arrows = arrowsOf(items);
  const events = eventsOf(arrows);
  const rows = rowsOf(events, theRoom);
  const company = { here: record.here, ...peopleIn(arrows), me, hub: theRoom };
  const columns = columnsFor(width, events.at(-1)?.n ?? 0);
  const lanes = lanesOf(company, columns.most);
  const at = columns.place(lanes.names);
  const count = Math.max(0, ...rows.values()) + 1;
  const plan = {
    names: lanes.names,
    x: (name: string) => at.get(lanes.laneOf(name)) ?? 0,
    y: (event: TraceEvent) => top + (rows.get(event) ?? 0) * step,
    width,
    height: heightOf(count, least),
  };
  return { items, lanes, at, plan };
}

/**
 * Returns the height of the rows, and at least that of the window. One who is at the end of a longer
 * picture sees its first row whole: the label above it begins where the head ends.
 */
function heightOf(rows: number, window: number): number {
  const needed = top + rows * step;
  const above = needed - window;
  const begins = top - label;
  return above <= 0 ? window : needed + ((((begins - above) % step) + step) % step);
}

/** The events at both ends of the arrows, in the order of their numbers. */
function eventsOf(arrows: readonly Arrow[]): TraceEvent[] {
  const events = arrows.flatMap(({ sent, got }) => [sent ?? [], got ?? []].flat());
  return [...new Set(events)].sort((a, b) => a.n - b.n);
}

function peopleIn(arrows: readonly Arrow[]) {
  const ends = arrows.flatMap(({ from, to }) => [from, to]);
  const spoken = arrows.filter(({ kind, to }) => kind === 'message' && to === theRoom);
  const spoke = spoken.map(({ from }) => from).toReversed();
  return { seen: [...new Set(ends)], spoke: [...new Set(spoke)].toReversed() };
}
