import type { TraceEvent } from '../../trace/event.ts';
import type { Arrow } from './item.ts';

/** Returns what a relay received and passed on with this event. */
export type OriginOf = (sent: TraceEvent) => TraceEvent | undefined;

/**
 * Joins words that an exchange or a room passed on: `Tea?` from alice to the room, and `[alice]
 * Tea?` from the room to bob, become one arrow from alice to bob.
 */
export function relays(arrows: readonly Arrow[], originOf: OriginOf): Arrow[] {
  const byArrival = new Map(arrows.map(arrow => [arrow.got, arrow]));
  return arrows.flatMap(onward => {
    const origin = onward.sent && originOf(onward.sent);
    const first = origin && byArrival.get(origin);
    return first && onward.heard === 'yes' ? [joined(first, onward)] : [];
  });
}

/**
 * Returns the arrows except those between two relays: there nobody speaks, so nobody speaks at the same
 * time.
 */
export function betweenPeople(
  arrows: readonly Arrow[],
  originOf: OriginOf,
): Set<Arrow> {
  const passedOn = new Set(arrows.map(({ sent }) => sent && originOf(sent)));
  const isBetween = ({ sent, got }: Arrow) => sent?.of && got && passedOn.has(got);
  return new Set(arrows.filter(arrow => !isBetween(arrow)));
}

function joined(first: Arrow, onward: Arrow): Arrow {
  const { got, ...start } = first;
  const end = onward.got && { got: onward.got };
  return { ...start, ...end, to: onward.to, hops: [first, onward] };
}
