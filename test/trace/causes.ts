import type { TraceEvent } from '../../lib/trace/event.ts';
import { Matcher } from '../../lib/trace/match.ts';
import { Origins } from '../../lib/trace/origins.ts';

/** An effect, and one of its causes. */
export type Because = readonly [effect: TraceEvent, cause: TraceEvent];

/** Every cause that a record knows of: the other end's deed, the relay's source, the end that cuts a frame. */
export function causesIn(events: readonly TraceEvent[]): Because[] {
  const matcher = new Matcher();
  const origins = new Origins();
  for (const event of events) {
    matcher.add(event);
    origins.add(event);
  }
  return events.flatMap(event => {
    const deed = event.by === 'peer' ? matcher.of(event) : undefined;
    return [deed, origins.of(event), endThatCut(event, events)].flatMap(
      (cause): Because[] => (cause === undefined ? [] : [[event, cause]]),
    );
  });
}

/** The pairs whose effect has the lower number. */
export const effectsFirst = (events: readonly TraceEvent[]): Because[] =>
  causesIn(events).filter(([effect, cause]) => effect.n < cause.n);

/** An end that hears that a frame is cut off has heard of the other's end. */
function endThatCut(
  { reason, link, end }: TraceEvent,
  events: readonly TraceEvent[],
): TraceEvent | undefined {
  if (reason !== 'cut off by the end') return undefined;
  return events.find(
    event =>
      event.what === 'ended' &&
      event.by === 'peer' &&
      event.link === link &&
      event.end === end,
  );
}
