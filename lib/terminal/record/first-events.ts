import { clean } from '../../connection/clean.ts';
import type { TraceEvent } from '../../trace/event.ts';
import type { FirstBytes } from './first-bytes.ts';

/** The most events: a picture with more could not be read. */
const most = 10_000;
/** The longest text of a message that fits into a picture, in characters. */
const longest = 200;

/** The first events of a record: as many as can be drawn and judged. */
export class FirstEvents {
  readonly events: TraceEvent[] = [];
  /** The number of all events. */
  count = 0;
  readonly #bytes: FirstBytes | undefined;

  /** `bytes`: which bytes are kept too; none if it is left out. */
  constructor(bytes?: FirstBytes) {
    this.#bytes = bytes;
  }

  take(event: TraceEvent): void {
    this.count++;
    if (this.events.length === most) return;
    const { bytes: _, ...light } = event;
    this.events.push(short(this.#bytes?.kept(event) ?? light));
  }

  /** Which part of the record is here, in words; `undefined` if all of it is. */
  get part(): string | undefined {
    const [here, all] = [this.events.length, this.count].map(n =>
      n.toLocaleString('en'),
    );
    return here === all ? undefined : `the first ${here} of ${all} events`;
  }
}

/** Returns a copy with a short text. A slice would keep the whole text alive. */
function short(event: TraceEvent): TraceEvent {
  if (event.text === undefined || event.text.length <= longest) return event;
  const text = Buffer.from(clean(event.text.slice(0, longest))).toString();
  return { ...event, text };
}
