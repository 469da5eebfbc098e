import { clean } from '../../connection/clean.ts';
import type { TraceEvent } from '../../trace/event.ts';

/** The most events: a picture with more could not be read. */
const most = 10_000;
/** The longest text of a message that fits into a picture, in characters. */
const longest = 200;

/** The first events of a record, without their bytes: as many as can be drawn and judged. */
export class FirstEvents {
  readonly events: TraceEvent[] = [];
  /** The number of all events. */
  count = 0;

  take(event: TraceEvent): void {
    this.count++;
    if (this.events.length < most) this.events.push(short(event));
  }

  /** Which part of the record is here, in words; `undefined` if all of it is. */
  get part(): string | undefined {
    const [here, all] = [this.events.length, this.count].map(n =>
      n.toLocaleString('en'),
    );
    return here === all ? undefined : `the first ${here} of ${all} events`;
  }
}

/** Returns a copy without bytes, with a short text. A slice would keep the whole text alive. */
function short({ bytes: _, ...event }: TraceEvent): TraceEvent {
  if (event.text === undefined || event.text.length <= longest) return event;
  const text = Buffer.from(clean(event.text.slice(0, longest))).toString();
  return { ...event, text };
}
