import { drawn, type TraceEvent } from './event.ts';
import { Matcher } from './match.ts';
import { causalOrder } from './order.ts';

/**
 * One record of what processes recorded each for itself, say a station and its callers, each with a
 * clock of its own. Only the order at each end counts: the events are put in causal order and numbered
 * anew. `at` stays what each end's own clock said.
 */
export function join(traces: readonly (readonly TraceEvent[])[]): TraceEvent[] {
  const events = withNamesApart(traces);
  const matcher = new Matcher();
  for (const event of events) matcher.add(event);
  let last = 0;
  return causalOrder(events, event => matcher.of(event)).map(event => ({
    ...event,
    n: drawn(event) ? ++last : 0,
  }));
}

/** Two callers who both call themselves `caller` become `caller` and `caller 2`. */
function withNamesApart(traces: readonly (readonly TraceEvent[])[]): TraceEvent[] {
  const taken = new Set<string>();
  return traces.flatMap(trace => {
    const ends = new Set(trace.map(event => event.end));
    const names = new Map([...ends].map(end => [end, freeName(end, taken)]));
    for (const name of names.values()) taken.add(name);
    return trace.map(event => ({ ...event, end: names.get(event.end) ?? event.end }));
  });
}

function freeName(end: string, taken: ReadonlySet<string>): string {
  let name = end;
  for (let count = 2; taken.has(name); count++) name = `${end} ${count}`;
  return name;
}
