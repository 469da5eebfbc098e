import { logsOf } from './end-log.ts';
import { drawn, type TraceEvent } from './event.ts';
import { Matcher } from './match.ts';
import { causalOrder } from './order.ts';
import type { TraceRecord } from './record.ts';

/**
 * Returns the records of one run as one record, which is judged as they are. It has every chunk, numbers of its
 * own, and no name twice. If a record has a gap in its numbers, this one has a gap too.
 */
export function oneRecord(records: readonly TraceRecord[]): TraceEvent[] {
  const { names } = logsOf(records);
  const matcher = new Matcher();
  const all = records.flatMap(({ events }, index) => stepsIn(events, names[index]));
  for (const event of all) matcher.add(event);
  let last = 0;
  return causalOrder(all, event => matcher.of(event)).map(event => {
    last += event.n;
    return drawn(event) ? { ...event, n: last } : event;
  });
}

/** `n` becomes the step from the number before: 1, or more if numbers are missing. */
function stepsIn(
  events: readonly TraceEvent[],
  names?: ReadonlyMap<string, { readonly end: string }>,
): TraceEvent[] {
  let last = 0;
  return events.map(event => {
    const end = names?.get(event.end)?.end ?? event.end;
    if (!drawn(event)) return { ...event, end, n: 0 };
    const n = event.n - last;
    last = event.n;
    return { ...event, end, n };
  });
}
