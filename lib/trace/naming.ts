import type { Seen } from './end-log.ts';
import type { TraceEvent } from './event.ts';
import { withArticle } from './parts.ts';

/** Returns an event's number; if there are several records, with the record's name: `5`, `alice 5`. */
export const numberOf = ({ event: { n }, log: { record } }: Seen): string =>
  record === undefined ? `${n}` : `${record} ${n}`;

const did: Record<TraceEvent['what'], string> = {
  opened: 'opened',
  sent: 'sent',
  received: 'received',
  refused: 'rejected',
  ended: 'ended',
  reset: 'reset',
  closed: 'closed',
  chunk: 'moved bytes',
  lost: 'missed',
};

/**
 * `alice sent 5`; with several records `alice sent (alice 5)`. An event without a number is named
 * by its link.
 */
export function told(seen: Seen): string {
  const { n, what, link } = seen.event;
  const { end, record } = seen.log;
  const number = record === undefined ? `${n}` : `(${numberOf(seen)})`;
  return `${withArticle(end)} ${did[what]} ${n > 0 ? number : `on ${link}`}`;
}

export const plural = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;
