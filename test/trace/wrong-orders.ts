import type { TraceEvent } from '../../lib/trace/event.ts';
import { causalOrder } from '../../lib/trace/order.ts';

export type Order = typeof causalOrder;

/** Wrong on purpose: what it does, the property that it breaks, the order. */
export const wrong: [string, broken: string, Order][] = [
  ['as it was recorded', 'puts no effect before its cause', batch => [...batch]],
  [
    'as it was recorded',
    'is the same however the records of the ends were mixed',
    batch => [...batch],
  ],
  [
    'deeds first',
    "keeps each end's own order, and every event",
    batch =>
      [...batch].sort((one, two) =>
        one.by === two.by ? 0 : one.by === 'self' ? -1 : 1,
      ),
  ],
  [
    'end by end',
    'puts no effect before its cause',
    batch => [...batch].sort((one, two) => (one.end < two.end ? 1 : -1)),
  ],
  [
    'a chunk is an event like all others',
    'puts what was read after what was written',
    likeAllOthers,
  ],
];

function likeAllOthers(...[batch, partnerOf]: Parameters<Order>): TraceEvent[] {
  const events = new Map(
    batch.map(event => [
      event.what === 'chunk' ? { ...event, what: 'ended' as const } : event,
      event,
    ]),
  );
  return causalOrder([...events.keys()], partnerOf).map(
    event => events.get(event) ?? event,
  );
}
