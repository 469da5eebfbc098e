import { crossed } from './arrows.ts';
import type { Arrow } from './item.ts';
import { betweenPeople, type OriginOf, relays } from './relays.ts';

/** One arrow, or two that crossed. */
export type Group = [Arrow, Arrow?];

/**
 * Pairs each message with the first one that it crossed, at the position of the earlier one: between people if
 * their words were passed on, otherwise on one link.
 */
export function pairCrossings(arrows: readonly Arrow[], originOf: OriginOf): Group[] {
  const people = betweenPeople(arrows, originOf);
  const relayed = relays(arrows, originOf).filter(({ hops }) =>
    hops?.every(hop => people.has(hop)),
  );
  const between = pair(relayed).filter(([, second]) => second !== undefined);
  const places = new Map<Arrow, Group | undefined>();
  for (const group of between) {
    const hops = group.flatMap(arrow => arrow?.hops ?? []);
    if (hops.some(hop => places.has(hop))) continue;
    for (const hop of hops) places.set(hop, hop === hops[0] ? group : undefined);
  }
  for (const arrow of arrows) if (!people.has(arrow)) places.set(arrow, [arrow]);
  const direct = pair(arrows.filter(arrow => !places.has(arrow)));
  for (const group of direct) places.set(group[0], group);
  return arrows.map(arrow => places.get(arrow)).filter(group => group !== undefined);
}

/**
 * A stream keeps its order, so the oldest message in flight the other way is the only candidate:
 * a flood costs no more than its length.
 */
function pair(arrows: readonly Arrow[]): Group[] {
  const inFlight = new Map<string, Group[]>();
  const groups: Group[] = [];
  for (const arrow of arrows) {
    const met = meets(inFlight.get(way(arrow, arrow.to)) ?? [], arrow);
    if (met !== undefined) {
      met.push(arrow);
      continue;
    }
    const group: Group = [arrow];
    groups.push(group);
    if (arrow.kind === 'message') leave(inFlight, group);
  }
  return groups;
}

/** Names one direction: on a link, or between two people. */
const way = ({ hops, link, from, to }: Arrow, start: string): string =>
  JSON.stringify(hops ? [start, start === from ? to : from] : [link, start]);

function leave(inFlight: Map<string, Group[]>, group: Group): void {
  const key = way(group[0], group[0].from);
  const others = inFlight.get(key);
  if (others === undefined) inFlight.set(key, [group]);
  else others.push(group);
}

function meets(others: Group[], arrow: Arrow): Group | undefined {
  while (others[0] && landedBefore(others[0][0], arrow)) others.shift();
  return others[0] && crossed(others[0][0], arrow) ? others.shift() : undefined;
}

const landedBefore = (a: Arrow, b: Arrow): boolean =>
  a.got !== undefined && b.sent !== undefined && a.got.n < b.sent.n;
