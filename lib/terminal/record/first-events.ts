import { clean } from '../../connection/clean.ts';
import type { TraceEvent } from '../../trace/event.ts';
import type { FirstBytes } from './first-bytes.ts';

/** The most events: a picture with more could not be read. */
const most = 10_000;
/** The longest text of a message that fits into a picture, in characters. */
const longest = 200;

interface FirstEventsOptions {
  /** Which bytes are kept too; none if it is left out. */
  readonly bytes?: FirstBytes | undefined;
  /** Whether nobody draws them. A part of a record is not judged, so it keeps none if they are too many. */
  readonly onlyJudged?: boolean;
}

/** The first events of a record: as many as can be drawn and judged. */
export class FirstEvents {
  readonly events: TraceEvent[] = [];
  /** The number of all events. */
  count = 0;
  readonly #options: FirstEventsOptions;

  constructor(options: FirstEventsOptions = {}) {
    this.#options = options;
  }

  take(event: TraceEvent): void {
    this.count++;
    if (this.count <= most)
      this.events.push(short(event.bytes === undefined ? event : this.#light(event)));
    else if (this.#options.onlyJudged) this.events.length = 0;
  }

  #light(event: TraceEvent): TraceEvent {
    const { bytes: _, ...light } = event;
    return this.#options.bytes?.kept(event) ?? light;
  }

  /** Which part of the record is here, in words; `undefined` if all of it is. */
  get part(): string | undefined {
    const [first, all] = [most, this.count].map(n => n.toLocaleString('en'));
    return this.count > most ? `the first ${first} of ${all} events` : undefined;
  }
}

/** Returns a copy with a short text. A slice would keep the whole text alive. */
function short(event: TraceEvent): TraceEvent {
  if (event.text === undefined || event.text.length <= longest) return event;
  const text = Buffer.from(clean(event.text.slice(0, longest))).toString();
  return { ...event, text };
}
