import { Contradiction } from './contradiction.ts';
import { drawn, type TraceEvent } from './event.ts';

/** The content of one file. */
export interface TraceRecord {
  /** The record's name, for messages in which an event's number alone is not enough. */
  readonly name: string;
  readonly events: readonly TraceEvent[];
}

/**
 * Returns which numbers the records lack, in words; `undefined` if none. The drawn events are numbered
 * from 1 without a gap. Throws a Contradiction if a number is not greater than the one before.
 */
export function gapIn(records: readonly TraceRecord[]): string | undefined {
  return records.map(gapInOne).find(gap => gap !== undefined);
}

function gapInOne({ name, events }: TraceRecord): string | undefined {
  let last = 0;
  let gap: string | undefined;
  for (const event of events) {
    if (!drawn(event)) continue;
    const { n } = event;
    if (n <= last)
      throw new Contradiction(`in ${name} number ${n} comes after ${last}`);
    gap ??= n === last + 1 ? undefined : missing(name, last + 1, n - 1);
    last = n;
  }
  return gap;
}

const missing = (name: string, from: number, to: number): string =>
  from === to
    ? `number ${from} is missing in ${name}`
    : `numbers ${from} to ${to} are missing in ${name}`;
