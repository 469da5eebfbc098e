import type { EndLogs } from './end-log.ts';
import { type History, historyOf } from './history.ts';

/**
 * Returns the history of the links whose two ends both have a record without a gap: by record, `gaps` says what
 * is missing. If anything is passed on, nothing is left, because then all links depend on each other.
 */
export function besideGaps(
  { logs, names }: EndLogs,
  gaps: readonly (string | undefined)[],
): History {
  const whole = new Map(logs);
  for (const [at, mine] of names.entries())
    if (gaps[at] !== undefined) for (const { end } of mine.values()) whole.delete(end);
  const isRelayed = [...logs.values()].some(({ seen }) =>
    seen.some(({ event }) => event.role === 'relay' || event.of),
  );
  const history = historyOf(isRelayed ? new Map() : whole);
  return {
    ...history,
    accounts: history.accounts.filter(({ link }) => link.sides.length === 2),
    conversations: history.conversations.filter(({ link }) => link?.sides.length === 2),
  };
}
