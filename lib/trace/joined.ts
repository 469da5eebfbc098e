import { logsOf } from './end-log.ts';
import type { TraceEvent } from './event.ts';
import { historyOf } from './history.ts';
import { Matcher } from './match.ts';
import type { TraceRecord } from './record.ts';

/** One record made of several, to be drawn. */
export interface Joined {
  /**
   * In one order: that of each end, and no effect before its cause. Numbers are each record's own.
   */
  readonly events: readonly TraceEvent[];
  /** The ends: a caller first, then whom it called, then all others. */
  readonly lanes: readonly string[];
}

/**
 * Joins what several programs recorded of one run. Throws a Contradiction if that cannot all be
 * true.
 */
export function joined(records: readonly TraceRecord[]): Joined {
  const { logs } = logsOf(records);
  historyOf(logs);
  const events = [...logs.values()]
    .flatMap(({ seen }) => seen)
    .sort((one, other) => one.place - other.place)
    .map(({ event, log }): TraceEvent => ({ ...event, end: log.end }));
  const lanes = lanesOf(events, [...logs.keys()]);
  return { events: closeTogether(events), lanes };
}

function lanesOf(events: readonly TraceEvent[], ends: readonly string[]): string[] {
  const openedBy = (who: TraceEvent['by']) =>
    events.find(({ what, by }) => what === 'opened' && by === who)?.end;
  const first = [openedBy('self'), openedBy('peer')].flatMap(end => end ?? []);
  return [...new Set([...first, ...ends])];
}

/**
 * Puts what was heard right after what was said, where the order at each end lets it: the arrows
 * are short.
 */
function closeTogether(events: readonly TraceEvent[]): TraceEvent[] {
  const matcher = new Matcher();
  const left = new Map<string, Lane>();
  for (const event of events) {
    matcher.add(event);
    const lane = left.get(event.end) ?? { events: [], next: 0 };
    left.set(event.end, lane);
    lane.events.push(event);
  }
  const order = new Set<TraceEvent>();
  for (const event of events) {
    if (order.has(event)) continue;
    put(event);
    arriveAt(event.end);
    arriveAt(matcher.of(event)?.end);
  }
  return [...order];

  function put(event: TraceEvent): void {
    order.add(event);
    const lane = left.get(event.end);
    if (lane) lane.next++;
  }

  /** Everything whose cause has its place. */
  function arriveAt(end = ''): void {
    const next = () => {
      const lane = left.get(end);
      const event = lane?.events[lane.next];
      const cause = event?.by === 'peer' && matcher.of(event);
      return cause && order.has(cause) ? event : undefined;
    };
    for (let event = next(); event; event = next()) put(event);
  }
}

/** What one end recorded, and how much of it has its place. */
interface Lane {
  readonly events: TraceEvent[];
  next: number;
}
