/** How many bytes one end of a link has put on it and taken off it. */
export interface Traffic {
  out: number;
  in: number;
}

/** By link, then by end. */
export type TrafficByLink = Map<string, Map<string, Traffic>>;

/** Returns the traffic of one end of a link, none at first. */
export function trafficOf(all: TrafficByLink, link: string, end: string): Traffic {
  const ends = all.get(link) ?? new Map<string, Traffic>();
  all.set(link, ends);
  const traffic = ends.get(end) ?? { out: 0, in: 0 };
  ends.set(end, traffic);
  return traffic;
}
