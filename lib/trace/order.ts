import type { TraceEvent } from './event.ts';

/** The same thing at the link's other end, if that end keeps a record too. */
type PartnerOf = (event: TraceEvent) => TraceEvent | undefined;

/**
 * One order for what several ends saw: each end's own order stays, and no effect comes before its
 * cause (Lamport's "happened before", 1978). Where that leaves a choice, what an end did comes before
 * what reached it: two who speak at once get neighbouring numbers, the same in every run.
 */
export function causalOrder(
  batch: readonly TraceEvent[],
  partnerOf: PartnerOf,
): TraceEvent[] {
  const lanes = byEnd(batch);
  const recorded = new Map(batch.map((event, index) => [event, index]));
  const placed = new Map<TraceEvent, number>();
  const causeOf = (event: TraceEvent) =>
    event.by === 'peer' ? partnerOf(event) : undefined;

  const rank = (event: TraceEvent): number => {
    const cause = causeOf(event);
    if (cause === undefined) return recorded.get(event) ?? 0;
    if (recorded.has(cause) && !placed.has(cause)) return Number.POSITIVE_INFINITY;
    return batch.length + (placed.get(cause) ?? 0);
  };

  while (placed.size < batch.length) {
    const next = lanes
      .filter(lane => lane.length > 0)
      .reduce((best, lane) => (rankOf(lane) < rankOf(best) ? lane : best))
      .pop() as TraceEvent;
    placed.set(next, placed.size);
  }
  return [...placed.keys()];

  function rankOf(lane: readonly TraceEvent[]): number {
    return rank(lane.at(-1) as TraceEvent);
  }
}

/** Each end's events, the first one last: ready to be taken off with pop(). */
function byEnd(batch: readonly TraceEvent[]): TraceEvent[][] {
  const lanes = new Map<string, TraceEvent[]>();
  for (const event of batch.toReversed()) {
    const lane = lanes.get(event.end);
    if (lane === undefined) lanes.set(event.end, [event]);
    else lane.push(event);
  }
  return [...lanes.values()];
}
