import type { TraceEvent } from './event.ts';

/** How many bytes one end of a link has put on it and taken off it. */
export interface Traffic {
  out: number;
  in: number;
}

/** By link, then by end. */
export type TrafficByLink = Map<string, Map<string, Traffic>>;

/** What one end of a link has to its account. */
export function accountOf(all: TrafficByLink, link: string, end: string): Traffic {
  const ends = all.get(link) ?? new Map<string, Traffic>();
  all.set(link, ends);
  const traffic = ends.get(end) ?? { out: 0, in: 0 };
  ends.set(end, traffic);
  return traffic;
}

/** What the chunks in a record come to. A record without chunks does not know. */
export function trafficIn(events: readonly TraceEvent[]): TrafficByLink {
  const all: TrafficByLink = new Map();
  for (const { what, by, size = 0, link, end } of events) {
    if (what !== 'chunk') continue;
    accountOf(all, link, end)[by === 'self' ? 'out' : 'in'] += size;
  }
  return all;
}
