import type { TraceEvent } from './event.ts';
import type { TraceRecord } from './record.ts';
import { type TrafficByLink, trafficOf } from './traffic.ts';

/** All that one end recorded. */
export interface EndLog {
  readonly end: string;
  /** The name of the record, if there are several: `alice 5` is not the station's 5. */
  readonly record: string | undefined;
  /** The events in the end's own order, the only order that counts. Chunks have no part in a verdict. */
  readonly seen: Seen[];
}

/** An event without its end, which is the log's: two records may use one name for two ends. */
export type Recorded = Omit<TraceEvent, 'end'>;

/** An event of a record, and its position. */
export interface Seen {
  readonly event: Recorded;
  readonly log: EndLog;
  /** Its position among all given events, from 1. */
  readonly index: number;
  /** Its place in one order of all events, in which no effect comes before its cause; 0: none yet. */
  place: number;
  /** For a frame that arrived, the event of its sending; `effect` is the reverse. */
  cause: Seen | undefined;
  effect: Seen | undefined;
}

export interface EndLogs {
  /**
   * The logs by the name of the end. If two ends call themselves `caller`, they become `caller` and
   * `caller (2)`.
   */
  readonly logs: ReadonlyMap<string, EndLog>;
  /** By record: the log of each end, by the name that the end has in that record. */
  readonly names: readonly ReadonlyMap<string, EndLog>[];
  /** The sums of the chunks. */
  readonly traffic: TrafficByLink;
}

/** Puts together what several programs recorded, each with a clock of its own. */
export function logsOf(records: readonly TraceRecord[]): EndLogs {
  const logs = new Map<string, EndLog>();
  const traffic: TrafficByLink = new Map();
  const names = records.map(record => logsIn(record, logs, records.length > 1));
  let index = 0;
  for (const [at, record] of records.entries()) {
    const mine = names[at] as Map<string, EndLog>;
    for (const event of record.events) {
      const log = mine.get(event.end) as EndLog;
      if (event.what === 'chunk') {
        const moved = trafficOf(traffic, event.link, log.end);
        moved[event.by === 'self' ? 'out' : 'in'] += event.size ?? 0;
      } else log.seen.push(seenIn(log, event, ++index));
    }
  }
  return { logs, names, traffic };
}

const seenIn = (log: EndLog, event: TraceEvent, index: number): Seen => ({
  event,
  log,
  index,
  place: 0,
  cause: undefined,
  effect: undefined,
});

/** Returns a log for each end of a record, by the name in that record. */
function logsIn(
  { name, events }: TraceRecord,
  logs: Map<string, EndLog>,
  several: boolean,
): Map<string, EndLog> {
  const ends = new Set(events.map(({ end }) => end));
  const mine = new Map<string, EndLog>();
  for (const called of ends) {
    const end = freeName(called, logs);
    const record = ends.size === 1 ? end : name;
    const log = { end, record: several ? record : undefined, seen: [] };
    logs.set(end, log);
    mine.set(called, log);
  }
  return mine;
}

function freeName(end: string, taken: ReadonlyMap<string, unknown>): string {
  let name = end;
  for (let count = 2; taken.has(name); count++) name = `${end} (${count})`;
  return name;
}
