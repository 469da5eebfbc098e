import { Contradiction } from './contradiction.ts';
import { drawn, type TraceEvent } from './event.ts';

/** The content of one file. */
export interface TraceRecord {
  /** The record's name, for messages in which an event's number alone is not enough. */
  readonly name: string;
  readonly events: readonly TraceEvent[];
}

/** Names a record that stops before its first event; `undefined` if there is none. */
export function emptyAmong(records: readonly TraceRecord[]): string | undefined {
  const empty = records.find(({ events }) => events.length === 0);
  return empty && `${empty.name} has no events`;
}

/**
 * Returns which numbers the record lacks, in words; `undefined` if none. The drawn events are numbered
 * from 1 without a gap. Throws a Contradiction if a number is not greater than the one before.
 */
export function gapIn({ name, events }: TraceRecord): string | undefined {
  let last: Pick<TraceEvent, 'n' | 'end'> = { n: 0, end: '' };
  let gap: string | undefined;
  for (const event of events) {
    if (!drawn(event)) continue;
    const { n } = event;
    if (n <= last.n) throw goesBack(name, last, event);
    gap ??= n === last.n + 1 ? undefined : missing(name, last.n + 1, n - 1);
    last = event;
  }
  return gap;
}

function goesBack(
  name: string,
  last: Pick<TraceEvent, 'n' | 'end'>,
  { n, end }: TraceEvent,
): Contradiction {
  const advice =
    end === last.end ? '' : ': give the record of each end as a file of its own';
  return new Contradiction(`in ${name} number ${n} comes after ${last.n}${advice}`);
}

const missing = (name: string, from: number, to: number): string =>
  from === to
    ? `number ${from} is missing in ${name}`
    : `numbers ${from} to ${to} are missing in ${name}`;
