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
