import type { Recorded, Seen } from './end-log.ts';
import type { LinkSide, TraceLink } from './trace-link.ts';

/** What became of a message that nobody heard. */
export type Fate = 'rejected' | 'lost' | 'never read' | 'passed on to nobody';

/**
 * Returns the fate of the frames that one end of a link did not get; `undefined` if its record stops too
 * early to tell, because the frame may still be in transit.
 */
export function fateOfTheRest(
  { sides }: TraceLink,
  to: LinkSide | undefined,
): (sent: Recorded) => Fate | undefined {
  if (to === undefined) return () => undefined;
  const noted = new Set<Recorded['nth']>();
  for (const { event } of to.seen)
    if (event.what === 'lost' && event.nth !== undefined) noted.add(event.nth);
  const reset = sides.some(({ seen }) =>
    seen.some(({ event }) => event.what === 'reset'),
  );
  const over = to.seen.some(listensNoMore);
  const rest = over ? (reset ? 'lost' : 'never read') : undefined;
  return ({ nth }) => (noted.has(nth) ? 'lost' : rest);
}

const listensNoMore = ({ event: { what, by } }: Seen): boolean =>
  what === 'closed' || what === 'reset' || (what === 'ended' && by === 'peer');
