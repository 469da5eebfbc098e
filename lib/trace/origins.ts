import type { TraceEvent } from './event.ts';

/** What each end received on each link, in order: where an Origin points. */
export class Origins {
  readonly #received = new Map<string, TraceEvent[]>();

  add(event: TraceEvent): void {
    if (event.what !== 'received') return;
    const key = `${event.end} ${event.link}`;
    const known = this.#received.get(key);
    if (known === undefined) this.#received.set(key, [event]);
    else known.push(event);
  }

  of({ end, of }: TraceEvent): TraceEvent | undefined {
    return of && this.#received.get(`${end} ${of.link}`)?.[of.nth - 1];
  }
}
