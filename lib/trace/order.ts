import type { TraceEvent } from './event.ts';

/** The same thing at the link's other end, if that end keeps a record too. */
type PartnerOf = (event: TraceEvent) => TraceEvent | undefined;

/** What one end recorded, and how much of it has its place. */
interface Lane {
  readonly end: string;
  readonly events: TraceEvent[];
  placed: number;
}

/**
 * One order for what several ends saw: each end's own order stays, and no effect comes before its
 * cause (Lamport's "happened before", 1978). Where that leaves a choice, what an end did comes before
 * what reached it, by turns: two who speak at once get neighbouring numbers. It depends on nothing
 * else, so it is the same in every run, however the records of the ends were mixed.
 */
export function causalOrder(
  batch: readonly TraceEvent[],
  partnerOf: PartnerOf,
): TraceEvent[] {
  const lanes = byEnd(batch);
  const underWay = new Set(batch.flatMap(event => effectOf(event) ?? []));
  const order: TraceEvent[] = [];

  const place = (lane: Lane): boolean => {
    const event = lane.events[lane.placed];
    if (event === undefined || underWay.has(event)) return false;
    lane.placed++;
    order.push(event);
    return true;
  };

  let free = [...lanes.values()].sort(byName);
  while (free.length > 0) free = free.filter(place);
  for (let next = 0; next < order.length; next++) {
    const effect = effectOf(order[next] as TraceEvent);
    if (effect === undefined || !underWay.delete(effect)) continue;
    const lane = lanes.get(effect.end);
    while (lane !== undefined && place(lane)) {}
  }
  return [...order, ...leftOver(lanes)];

  function effectOf(event: TraceEvent): TraceEvent | undefined {
    return event.by === 'self' ? partnerOf(event) : undefined;
  }
}

/** Nothing, unless the record contradicts itself: then that is shown, and not swallowed. */
const leftOver = (lanes: ReadonlyMap<string, Lane>): TraceEvent[] =>
  [...lanes.values()].flatMap(({ events, placed }) => events.slice(placed));

const byName = (one: Lane, other: Lane): number => (one.end < other.end ? -1 : 1);

function byEnd(batch: readonly TraceEvent[]): Map<string, Lane> {
  const lanes = new Map<string, Lane>();
  for (const event of batch) {
    const lane = lanes.get(event.end);
    if (lane === undefined)
      lanes.set(event.end, { end: event.end, events: [event], placed: 0 });
    else lane.events.push(event);
  }
  return lanes;
}
