import { arrowsOf } from '../../../lib/view/export/mermaid.ts';
import { drawArrows } from '../../../lib/view/export/svg-arrows.ts';
import { drawLane } from '../../../lib/view/export/svg-parts.ts';
import type { Plan } from '../../../lib/view/export/svg-plan.ts';
import type { Shape } from '../../../lib/view/export/svg-shape.ts';
import type { Arrow, Item } from '../../../lib/view/meaning/item.ts';
import type { Layout } from './layout.ts';
import { type LiveRecord, theRoom } from './live-record.ts';

/** The part of the ladder that is in the window, in units of the drawing. */
export interface Visible {
  readonly from: number;
  readonly to: number;
}

const everything: Visible = { from: -Infinity, to: Infinity };

/**
 * Draws the lanes, and the arrows that are visible: drawing all of them for each event would take a
 * browser too long.
 */
export function drawLadder(
  { items, at, plan }: Layout,
  record: LiveRecord,
  visible = everything,
): Shape[] {
  const look = (arrow: Arrow) => colourOf(arrow, record);
  const lanes = [...at.values()].map(x => drawLane(x, 0, plan.height));
  const shown = items.filter(item => isVisible(item, plan, visible));
  return [...lanes, ...drawArrows(shown, plan, look)];
}

function isVisible(item: Item, plan: Plan, { from, to }: Visible): boolean {
  const ends = arrowsOf([item]).flatMap(({ sent, got }) =>
    [sent ?? [], got ?? []].flat(),
  );
  const heights = ends.map(plan.y);
  return Math.max(...heights) >= from && Math.min(...heights) <= to;
}

/** A message has the colour of the person whose words they are, on all its ways. */
function colourOf({ kind, from, sent }: Arrow, record: LiveRecord): string {
  if (kind !== 'message') return '';
  if (from !== theRoom) return `c${record.colourOf(from)}`;
  return sent?.of ? `c${record.colourOf(record.nameOf(sent.of.link))}` : '';
}
