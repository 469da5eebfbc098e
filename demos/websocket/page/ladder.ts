import type { TraceEvent } from '../../../lib/trace/event.ts';
import { arrowsOf } from '../../../lib/view/export/mermaid.ts';
import { drawArrows } from '../../../lib/view/export/svg-arrows.ts';
import { drawLane } from '../../../lib/view/export/svg-parts.ts';
import type { Plan } from '../../../lib/view/export/svg-plan.ts';
import type { Shape } from '../../../lib/view/export/svg-shape.ts';
import { summed } from '../../../lib/view/meaning/introductions.ts';
import type { Arrow, Item } from '../../../lib/view/meaning/item.ts';
import { Picture } from '../../../lib/view/meaning/picture.ts';
import { columnsFor } from './columns.ts';
import { drawHeads } from './heads.ts';
import { type Lanes, lanesOf } from './lanes.ts';
import { type LiveRecord, theRoom } from './live-record.ts';
import { rowsOf } from './rows.ts';

/** From one row to the next, and from the head to the first row, in units of the drawing. */
const [step, top] = [24, 26];

export interface LadderOptions {
  /** The size of the window, in units of the drawing. The lanes go on to its foot. */
  readonly width: number;
  readonly height?: number;
  readonly me: string;
}

/** The ladder of a record, and the names above its lanes, which stay in place. */
export interface LiveLadder {
  readonly lanes: Lanes;
  readonly heads: readonly Shape[];
  readonly shapes: readonly Shape[];
  readonly width: number;
  readonly height: number;
}

/** All that the record means, in the names of people. */
export function itemsOf(record: LiveRecord): Item[] {
  const { events } = record;
  const lanes = [theRoom, ...record.here];
  const peerOf = (link: string) => record.nameOf(link);
  return new Picture({ mode: 'full-duplex', lanes, peerOf }).add(events);
}

export function ladderOf(
  record: LiveRecord,
  { width, height: least = 0, me }: LadderOptions,
): LiveLadder {
  const items = summed(itemsOf(record));
  const arrows = arrowsOf(items);
  const events = eventsOf(arrows);
  const rows = rowsOf(events, theRoom);
  const company = { here: record.here, ...peopleIn(arrows), me, hub: theRoom };
  const columns = columnsFor(width, events.at(-1)?.n ?? 0);
  const lanes = lanesOf(company, columns.most);
  const at = columns.place(lanes.names);
  const count = Math.max(0, ...rows.values()) + 1;
  const height = Math.max(least, top + count * step);
  const plan: Plan = {
    names: lanes.names,
    x: name => at.get(lanes.laneOf(name)) ?? 0,
    y: event => top + (rows.get(event) ?? 0) * step,
    width,
    height,
  };
  const look = (arrow: Arrow) => colourOf(arrow, record);
  const lines = [...at.values()].map(x => drawLane(x, 0, height));
  const colour = (name: string) => record.colourOf(name);
  const heads = drawHeads(lanes, at, { colour, me, width });
  const drawn = drawArrows(items, plan, look);
  const plates = drawn.flatMap(({ plate }) => plate);
  const shapes = [...lines, ...drawn.map(({ shape }) => shape), ...plates];
  return { lanes, heads, shapes, width, height };
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

/** A message has the colour of the person whose words they are, on all its ways. */
function colourOf({ kind, from, sent }: Arrow, record: LiveRecord): string {
  if (kind !== 'message') return '';
  if (from !== theRoom) return `c${record.colourOf(from)}`;
  return sent?.of ? `c${record.colourOf(record.nameOf(sent.of.link))}` : '';
}
