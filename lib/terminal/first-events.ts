import { clean } from '../connection/clean.ts';
import type { TraceEvent } from '../trace/event.ts';

/** More would be no picture any more. */
const most = 10_000;
/** As much of a message as a picture has room for, in characters. */
const longest = 200;

/** The first events of a record, without their bytes: as many as can be drawn and judged. */
export class FirstEvents {
  readonly events: TraceEvent[] = [];
  /** All that there were. */
  count = 0;

  take({ bytes: _, ...event }: TraceEvent): void {
    this.count++;
    if (this.events.length < most) this.events.push(short(event));
  }

  /** What of the record is here, in words; `undefined`: all of it. */
  get part(): string | undefined {
    const [here, all] = [this.events.length, this.count].map(n =>
      n.toLocaleString('en'),
    );
    return here === all ? undefined : `the first ${here} of ${all} events`;
  }
}

/** A copy: the part of a text keeps all of it alive. */
function short(event: TraceEvent): TraceEvent {
  if (event.text === undefined || event.text.length <= longest) return event;
  const text = Buffer.from(clean(event.text.slice(0, longest))).toString();
  return { ...event, text };
}
