import { drawn, type TraceEvent } from './event.ts';

/** The same thing at the link's other end, if that end keeps a record too. */
type PartnerOf = (event: TraceEvent) => TraceEvent | undefined;

/** An event, and with it the chunks that were read for it, or written: they have no order of their own. */
interface Step {
  readonly event: TraceEvent;
  readonly all: TraceEvent[];
}

/** What one end recorded, and how much of it has its place in the order. */
interface Lane {
  readonly end: string;
  readonly steps: Step[];
  /** Chunks from which no frame has come yet. */
  read: TraceEvent[];
  placed: number;
}

/**
 * Returns one order for what several ends saw: each end's own order stays, and no effect comes
 * before its cause (Lamport's "happened before", 1978). If that leaves a choice, what an end did
 * comes before what reached it, and the ends take turns: two that speak at the same time get
 * neighbouring numbers. The order depends on nothing else, so it is the same in every run, however
 * the records of the ends were mixed.
 */
export function causalOrder(
  batch: readonly TraceEvent[],
  partnerOf: PartnerOf,
): TraceEvent[] {
  const lanes = byEnd(batch);
  const underWay = new Set(batch.flatMap(event => effectOf(event) ?? []));
  const order: Step[] = [];

  const place = (lane: Lane): boolean => {
    const step = lane.steps[lane.placed];
    if (step === undefined || underWay.has(step.event)) return false;
    lane.placed++;
    order.push(step);
    return true;
  };

  let free = [...lanes.values()].sort(byName);
  while (free.length > 0) free = free.filter(place);
  for (let next = 0; next < order.length; next++) {
    const effect = effectOf((order[next] as Step).event);
    if (effect === undefined || !underWay.delete(effect)) continue;
    const lane = lanes.get(effect.end);
    while (lane !== undefined && place(lane)) {}
  }
  return [...order.flatMap(({ all }) => all), ...leftOver(lanes)];

  function effectOf(event: TraceEvent): TraceEvent | undefined {
    return event.by === 'self' ? partnerOf(event) : undefined;
  }
}

/**
 * Returns what has no place: chunks from which no frame has come and, if the record contradicts
 * itself, what follows.
 */
const leftOver = (lanes: ReadonlyMap<string, Lane>): TraceEvent[] =>
  [...lanes.values()].flatMap(({ steps, read, placed }) => [
    ...steps.slice(placed).flatMap(({ all }) => all),
    ...read,
  ]);

const byName = (one: Lane, other: Lane): number => (one.end < other.end ? -1 : 1);

function byEnd(batch: readonly TraceEvent[]): Map<string, Lane> {
  const lanes = new Map<string, Lane>();
  for (const event of batch) {
    const { end } = event;
    const lane = lanes.get(end) ?? { end, steps: [], read: [], placed: 0 };
    lanes.set(end, lane);
    add(lane, event);
  }
  return lanes;
}

function add(lane: Lane, event: TraceEvent): void {
  const last = lane.steps.at(-1);
  if (event.what === 'chunk' && event.by === 'peer') lane.read.push(event);
  else if (last && !drawn(event) && lane.read.length === 0) last.all.push(event);
  else {
    lane.steps.push({ event, all: [...lane.read, event] });
    lane.read = [];
  }
}
