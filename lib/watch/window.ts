import type { TraceEvent } from '../trace/event.ts';
import { Matcher } from '../trace/match.ts';
import { causalOrder } from '../trace/order.ts';

/**
 * The last events of a record that has no end. Each event gets its number once: the number stays
 * when earlier events leave the window.
 */
export class EventWindow {
  readonly #most: number;
  #batch: TraceEvent[] = [];
  #events: TraceEvent[] = [];
  #last = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** The numbered events that are still in the window. */
  get events(): readonly TraceEvent[] {
    return this.#events;
  }

  /** The number of the next event. */
  get next(): number {
    return this.#last + 1;
  }

  add(event: TraceEvent): void {
    this.#batch.push(event);
  }

  /**
   * Numbers the new events in causal order. Returns them all, even if they are more than the window
   * keeps. Frames carry their own number on their link, so none of them needs earlier events to be
   * matched.
   */
  flush(): TraceEvent[] {
    const matcher = new Matcher();
    for (const event of this.#batch) matcher.add(event);
    const ordered = causalOrder(this.#batch, event => matcher.of(event));
    const batch = ordered.map(event => ({ ...event, n: ++this.#last }));
    this.#batch = [];
    this.#events = [...this.#events, ...batch].slice(-this.#most);
    return batch;
  }

  /** Forgets all events, but goes on with the numbers. */
  empty(): void {
    this.#batch = [];
    this.#events = [];
  }
}
