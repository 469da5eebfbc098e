import type { TraceEvent } from './event.ts';

/**
 * Returns the events of a run that is over, and a `closed` for each link that an end still has open: it
 * receives nothing more. Otherwise a reader of the file could not know that the record does not stop early.
 */
export function allClosed(events: readonly TraceEvent[]): TraceEvent[] {
  const open = new Map<string, TraceEvent>();
  for (const event of events) {
    const side = JSON.stringify([event.end, event.link]);
    if (event.what === 'opened') open.set(side, event);
    if (event.what === 'closed') open.delete(side);
  }
  const at = events.at(-1)?.at ?? 0;
  const closings = [...open.values()].map(
    ({ end, link }): TraceEvent => ({
      n: 0,
      at,
      end,
      link,
      what: 'closed',
      by: 'self',
    }),
  );
  return [...events, ...closings];
}
