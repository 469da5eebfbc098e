import type { Observation, TraceEvent } from './event.ts';

/** What both ends can see. A frame that one end sent is received, or refused, at the other. */
const shared: Partial<Record<Observation['what'], string>> = {
  opened: 'opened',
  sent: 'frame',
  received: 'frame',
  refused: 'frame',
  ended: 'ended',
  reset: 'reset',
};

/** Events that have no partner yet. A moving head keeps long queues linear: Array.shift would be quadratic. */
interface Waiting {
  readonly events: TraceEvent[];
  head: number;
}

/**
 * Pairs each cause with its effect at the link's other end: the k-th frame sent one way is the k-th
 * received or refused there, because a stream keeps its order (RFC 9293, 2.2); datagrams are paired
 * by the numbers that they carry. Feed it events in any order that keeps each end's own; it
 * remembers events without a partner.
 */
export class Matcher {
  /** By link, thing and side; then by the end that recorded it: first in, first out. */
  readonly #waiting = new Map<string, Map<string, Waiting>>();
  readonly #partner = new Map<TraceEvent, TraceEvent>();

  add(event: TraceEvent): void {
    const kind = shared[event.what];
    if (kind === undefined) return;
    const thing = event.nth === undefined ? kind : `${kind} ${event.nth}`;
    const other = event.by === 'self' ? 'peer' : 'self';
    const partner = this.#take(`${event.link} ${thing} ${other}`, event.end);
    if (partner === undefined) {
      this.#keep(`${event.link} ${thing} ${event.by}`, event);
    } else {
      this.#partner.set(event, partner);
      this.#partner.set(partner, event);
    }
  }

  /** Returns the same thing as the other end recorded it, if it has. */
  of(event: TraceEvent): TraceEvent | undefined {
    return this.#partner.get(event);
  }

  #take(key: string, end: string): TraceEvent | undefined {
    for (const [recorder, queue] of this.#waiting.get(key) ?? []) {
      if (recorder !== end && queue.head < queue.events.length)
        return queue.events[queue.head++];
    }
    return undefined;
  }

  #keep(key: string, event: TraceEvent): void {
    const ends = this.#waiting.get(key) ?? new Map<string, Waiting>();
    this.#waiting.set(key, ends);
    const queue = ends.get(event.end);
    if (queue === undefined) ends.set(event.end, { events: [event], head: 0 });
    else queue.events.push(event);
  }
}
