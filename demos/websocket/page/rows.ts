import type { TraceEvent } from '../../../lib/trace/event.ts';

/**
 * Gives each event its row. Events share a row if they are one thing: the room passes the same words
 * on to several, or several hear the same words, and nothing else happens in between.
 */
export function rowsOf(
  events: readonly TraceEvent[],
  hub: string,
): ReadonlyMap<TraceEvent, number> {
  const rows = new Map<TraceEvent, number>();
  let row = -1;
  let together: TraceEvent[] = [];
  for (const event of events) {
    if (!together.every(other => areOne(other, event, hub))) together = [];
    if (together.length === 0) row++;
    together.push(event);
    rows.set(event, row);
  }
  return rows;
}

function areOne(one: TraceEvent, other: TraceEvent, hub: string): boolean {
  if (one.what !== other.what || one.text !== other.text) return false;
  if (one.link === other.link || one.kind !== other.kind) return false;
  if (one.what === 'sent') return one.end === hub && other.end === hub;
  return one.what === 'received' && one.end !== hub && other.end !== hub;
}
