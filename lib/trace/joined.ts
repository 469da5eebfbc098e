import { logsOf } from './end-log.ts';
import type { TraceEvent } from './event.ts';
import { historyOf } from './history.ts';
import type { TraceRecord } from './record.ts';

/** One record made of several, to be drawn. */
export interface Joined {
  /** In one order: that of each end, and no effect before its cause. Numbers are each record's own. */
  readonly events: readonly TraceEvent[];
  /** The ends: a caller first, then whom it called, then all others. */
  readonly lanes: readonly string[];
}

/** Joins what several programs recorded of one run. Throws a Contradiction if that cannot all be true. */
export function joined(records: readonly TraceRecord[]): Joined {
  const { logs } = logsOf(records);
  historyOf(logs);
  const events = [...logs.values()]
    .flatMap(({ seen }) => seen)
    .sort((one, other) => one.place - other.place)
    .map(({ event, log }): TraceEvent => ({ ...event, end: log.end }));
  return { events, lanes: lanesOf(events, [...logs.keys()]) };
}

function lanesOf(events: readonly TraceEvent[], ends: readonly string[]): string[] {
  const openedBy = (who: TraceEvent['by']) =>
    events.find(({ what, by }) => what === 'opened' && by === who)?.end;
  const first = [openedBy('self'), openedBy('peer')].flatMap(end => end ?? []);
  return [...new Set([...first, ...ends])];
}
