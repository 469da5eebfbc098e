import type { TraceEvent } from '../../trace/event.ts';

/** The most bytes of one record that a page shows. */
const most = 1_048_576;

/**
 * The first bytes of a record, for the pictures that show them: as many as fit into memory, however
 * long it runs.
 */
export class FirstBytes {
  #left = most;

  /** Returns the event with a copy of its bytes, or without them if there is no room any more. */
  kept({ bytes, ...event }: TraceEvent): TraceEvent {
    if (bytes === undefined) return event;
    this.#left = bytes.length > this.#left ? 0 : this.#left - bytes.length;
    // A slice would keep alive the large piece of memory into which the socket read.
    return this.#left === 0 ? event : { ...event, bytes: Uint8Array.from(bytes) };
  }
}
