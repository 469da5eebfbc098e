import type { TraceEvent } from './event.ts';
import type { TraceRecord } from './record.ts';
import { accountOf, type TrafficByLink } from './traffic.ts';

/** All that one end recorded. */
export interface EndLane {
  readonly end: string;
  /** The name of the record, if there are several: `alice 5` is not the station's 5. */
  readonly record: string | undefined;
  /** The events in the end's own order, the only order that counts. Chunks have no part in a verdict. */
  readonly seen: Seen[];
}

/** An event without its end, which is the lane's: two records may use one name for two ends. */
export type Recorded = Omit<TraceEvent, 'end'>;

/** An event of a record, and its position. */
export interface Seen {
  readonly event: Recorded;
  readonly lane: EndLane;
  /** Its position among all given events, from 1. */
  readonly index: number;
  /** Its place in one order of all events, in which no effect comes before its cause; 0: none yet. */
  place: number;
  /** For a frame that arrived, the event of its sending; `effect` is the reverse. */
  cause: Seen | undefined;
  effect: Seen | undefined;
}

export interface EndLanes {
  /** By the name of the end. Two that call themselves `caller` become `caller` and `caller (2)`. */
  readonly lanes: ReadonlyMap<string, EndLane>;
  /** The sums of the chunks. */
  readonly traffic: TrafficByLink;
}

/** Puts together what several programs recorded, each with a clock of its own. */
export function lanesOf(records: readonly TraceRecord[]): EndLanes {
  const lanes = new Map<string, EndLane>();
  const traffic: TrafficByLink = new Map();
  let index = 0;
  for (const record of records) {
    const mine = lanesIn(record, lanes, records.length > 1);
    for (const event of record.events) {
      const lane = mine.get(event.end) as EndLane;
      if (event.what === 'chunk') {
        const account = accountOf(traffic, event.link, lane.end);
        account[event.by === 'self' ? 'out' : 'in'] += event.size ?? 0;
      } else lane.seen.push(seenIn(lane, event, ++index));
    }
  }
  return { lanes, traffic };
}

const seenIn = (lane: EndLane, event: TraceEvent, index: number): Seen => ({
  event,
  lane,
  index,
  place: 0,
  cause: undefined,
  effect: undefined,
});

/** Returns a lane for each end of a record, by the name in that record. */
function lanesIn(
  { name, events }: TraceRecord,
  lanes: Map<string, EndLane>,
  several: boolean,
): Map<string, EndLane> {
  const ends = new Set(events.map(({ end }) => end));
  const mine = new Map<string, EndLane>();
  for (const called of ends) {
    const end = freeName(called, lanes);
    const record = ends.size === 1 ? end : name;
    const lane = { end, record: several ? record : undefined, seen: [] };
    lanes.set(end, lane);
    mine.set(called, lane);
  }
  return mine;
}

function freeName(end: string, taken: ReadonlyMap<string, unknown>): string {
  let name = end;
  for (let count = 2; taken.has(name); count++) name = `${end} (${count})`;
  return name;
}
