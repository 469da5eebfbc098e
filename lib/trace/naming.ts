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
 * Returns what an end did, for a sentence: `alice sent 5`; if there are several records, `alice sent (alice 5)`.
 */
export function told(seen: Seen): string {
  const { end, record } = seen.log;
  const number = record === undefined ? numberOf(seen) : `(${numberOf(seen)})`;
  return `${withArticle(end)} ${did[seen.event.what]} ${number}`;
}

export const plural = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;
