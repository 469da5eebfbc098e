import { drawn, type Observation, type TraceEvent } from './event.ts';
import { Matcher } from './match.ts';
import { causalOrder } from './order.ts';
import { type TrafficByLink, trafficOf } from './traffic.ts';

/** Called by a connection with each observation, at the moment when it happens. */
export interface Observe {
  (observation: Observation): void;
  /**
   * Returns false while nobody wants to know what is sent. A room that sends one message to many then saves
   * the work of describing it for each.
   */
  readonly wantsSent?: () => boolean;
}

export interface RecorderOptions {
  /** Milliseconds; only differences count. */
  readonly now: () => number;
  /** Whether to keep the chunks themselves, for `--wire` and `--trace`. Their sizes are always counted. */
  readonly chunks?: boolean;
  /** Returns the next number, if several recorders share their numbers (default: from 1). */
  readonly next?: () => number;
}

/** The record of a run, as all its ends write it. Numbers are given when a batch is complete: `flush`. */
export class Recorder {
  readonly events: TraceEvent[] = [];
  readonly traffic: TrafficByLink = new Map();
  readonly #matcher = new Matcher();
  readonly #options: RecorderOptions;
  readonly #began: number;
  #batch: TraceEvent[] = [];
  #last = 0;

  constructor(options: RecorderOptions) {
    this.#options = options;
    this.#began = options.now();
  }

  /** The observer of one end of one link. */
  observer(end: string, link: string): Observe {
    const traffic = trafficOf(this.traffic, link, end);
    return observation => {
      if (observation.what === 'chunk') {
        traffic[observation.by === 'self' ? 'out' : 'in'] += observation.size ?? 0;
        if (!this.#options.chunks) return;
      }
      const at = this.#options.now() - this.#began;
      const event: TraceEvent = { ...observation, n: 0, at, end, link };
      this.#matcher.add(event);
      this.#batch.push(event);
    };
  }

  /** Numbers the events since the last flush, in causal order, and returns them. */
  flush(): TraceEvent[] {
    const batch = causalOrder(this.#batch, event => this.#matcher.of(event));
    this.#batch = [];
    for (const event of batch) {
      if (drawn(event)) number(event, this.#options.next?.() ?? ++this.#last);
      this.events.push(event);
    }
    return batch;
  }
}

/** Only the recorder writes a number, once. */
function number(event: { n: number }, n: number): void {
  event.n = n;
}
