import type { TraceEvent } from '../../trace/event.ts';
import type { Arrow } from './item.ts';

/** Where a relay's words came from: what it received. */
export type OriginOf = (sent: TraceEvent) => TraceEvent | undefined;

/**
 * The words that an exchange or a room passed on: `Tea?` from alice to it, `[alice] Tea?` from it to
 * bob, seen as one arrow from alice to bob.
 */
export function relays(arrows: readonly Arrow[], originOf: OriginOf): Arrow[] {
  const byArrival = new Map(arrows.map(arrow => [arrow.got, arrow]));
  return arrows.flatMap(onward => {
    const origin = onward.sent && originOf(onward.sent);
    const first = origin && byArrival.get(origin);
    return first && onward.heard === 'yes' ? [joined(first, onward)] : [];
  });
}

function joined(first: Arrow, onward: Arrow): Arrow {
  const { got, ...start } = first;
  const end = onward.got && { got: onward.got };
  return { ...start, ...end, to: onward.to, hops: [first, onward] };
}
