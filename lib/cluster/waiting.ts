import type { Origin } from '../trace/event.ts';
import type { LogBatch, LogEntry } from './entry.ts';

/** An entry that waits for the log. `of`: for the record, where the words came from. */
export interface Waiting {
  readonly entry: LogEntry;
  readonly of: Origin | undefined;
}

/** How much goes into one batch, in bytes as `sizeOf` counts them. */
const batchSize = 262_144;

/** How many of the waiting entries fit into one batch: at least one. */
export function fitIntoBatch(waiting: readonly Waiting[]): number {
  let size = 0;
  const over = waiting.findIndex(({ entry }) => {
    size += sizeOf(entry);
    return size > batchSize;
  });
  return over < 0 ? waiting.length : Math.max(1, over);
}

export const waitingIn = ({ entries, of }: Partial<LogBatch> = {}): Waiting[] =>
  (entries ?? []).map((entry, at) => ({ entry, of: of?.[at] }));

/**
 * What a node must say again in its next life: what concerns members. Those in `members` join anyway.
 */
export const toRepeat = (
  unheard: readonly Waiting[],
  members: readonly LogEntry[],
): Waiting[] =>
  unheard.filter(({ entry }) => 'member' in entry && !isAmong(members, entry));

/** Whether it is a `joined` that stands among the others. */
const isAmong = (others: readonly LogEntry[], entry: LogEntry): boolean =>
  entry.is === 'joined' &&
  others.some(other => other.is === 'joined' && other.member === entry.member);

/** At most three bytes for each unit of the text, and the marks around it. */
export function sizeOf(entry: LogEntry): number {
  const text = 'words' in entry ? entry.words : 'name' in entry ? entry.name : '';
  return 64 + 3 * text.length;
}
