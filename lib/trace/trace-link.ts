import { Contradiction } from './contradiction.ts';
import type { EndLog, Seen } from './end-log.ts';
import { drawn, type TraceEvent } from './event.ts';
import { numberOf, told } from './naming.ts';

/** What one end saw of one link. */
export interface LinkSide {
  readonly end: string;
  readonly seen: readonly Seen[];
}

/** One connection, as one or both of its ends recorded it. */
export interface TraceLink {
  readonly name: string;
  readonly sides: readonly [LinkSide] | readonly [LinkSide, LinkSide];
  /** The ends disagree on how many links of this name there were. */
  readonly uneven: boolean;
}

/** By end, the events of each link of one name: of the first, the second, and so on. */
type Parts = Map<string, Seen[][]>;

/**
 * Returns the links of a record. An address that is used again is a new link: it begins with the next `opened`,
 * and the k-th at one end is the k-th at the other. Throws a Contradiction.
 */
export function linksOf(logs: ReadonlyMap<string, EndLog>): TraceLink[] {
  const names = new Map<string, Parts>();
  for (const { end, seen } of logs.values()) {
    for (const one of seen) add(partsOf(names, one.event.link), end, one);
  }
  return [...names].flatMap(([name, parts]) => linksCalled(name, parts));
}

function partsOf(names: Map<string, Parts>, name: string): Parts {
  const known = names.get(name);
  if (known !== undefined) return known;
  const parts: Parts = new Map();
  names.set(name, parts);
  return parts;
}

function add(parts: Parts, end: string, seen: Seen): void {
  const mine = parts.get(end) ?? [];
  parts.set(end, mine);
  const last = mine.at(-1);
  if (last === undefined || seen.event.what === 'opened') mine.push([seen]);
  else last.push(seen);
}

function linksCalled(name: string, parts: Parts): TraceLink[] {
  if (parts.size > 2)
    throw new Contradiction(
      `${parts.size} ends are on the link ${name}: ${[...parts.keys()].join(', ')}`,
    );
  const sides = [...parts].map(([end, links]) => links.map(seen => ({ end, seen })));
  for (const links of sides) isOneSide(links);
  const count = Math.max(...sides.map(links => links.length));
  const uneven = sides.some(links => links.length < count);
  return Array.from({ length: count }, (_, k) => {
    const present = sides.flatMap(links => links[k] ?? []) as LinkSide[] as
      | [LinkSide]
      | [LinkSide, LinkSide];
    for (const side of present) endsOnce(side);
    callsOnce(present);
    return { name, sides: present, uneven };
  });
}

/** Throws a Contradiction if one end both called and was called on links of one name. */
function isOneSide(links: readonly LinkSide[]): void {
  const opened = links.flatMap(({ seen }) => openingOf(seen) ?? []);
  const other = opened.find(({ event }) => event.by !== opened[0]?.event.by);
  if (opened[0] && other)
    throw new Contradiction(
      `${told(opened[0])} as one side, and ${told(other)} as the other`,
    );
}

function callsOnce([one, other]: readonly [LinkSide, LinkSide?]): void {
  const [mine, theirs] = [openingOf(one.seen), other && openingOf(other.seen)];
  if (mine === undefined || mine.event.by !== theirs?.event.by) return;
  const claim =
    mine.event.by === 'self' ? 'both say that they called' : 'both were called';
  throw new Contradiction(
    `${told(mine)}, ${told(theirs)}: ${claim} (is one file given twice?)`,
  );
}

function endsOnce({ seen }: LinkSide): void {
  const end = seen.findIndex(({ event }) => event.what === 'closed');
  const after = end < 0 ? undefined : seen.slice(end).find(({ event }) => drawn(event));
  if (after) throw new Contradiction(`${told(after)}, after the end of its link`);
  nothingFollows(seen, 'self', 'sent');
  nothingFollows(seen, 'peer', 'received');
}

/** A FIN is the last thing on a stream that goes its way. A datagram may be overtaken by it. */
function nothingFollows(
  seen: readonly Seen[],
  by: TraceEvent['by'],
  what: TraceEvent['what'],
): void {
  const fin = seen.find(({ event }) => event.what === 'ended' && event.by === by);
  const after =
    fin &&
    seen.find(
      ({ event, index }) =>
        index > fin.index && event.what === what && event.nth === undefined,
    );
  if (fin && after)
    throw new Contradiction(`${told(after)}, after the FIN at ${numberOf(fin)}`);
}

/** Returns the event that opens an end's account of a link; `undefined` if the account begins in the middle. */
export const openingOf = (seen: readonly Seen[]): Seen | undefined =>
  seen[0]?.event.what === 'opened' ? seen[0] : undefined;
