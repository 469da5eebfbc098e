import { clean } from '../connection/clean.ts';
import type { Observation, Origin, TraceEvent } from '../trace/event.ts';
import { type Observe, Recorder } from '../trace/recorder.ts';
import {
  arrives,
  beginLate,
  isSettled,
  startOver,
  type WatchedLink,
  watchedLink,
} from './watched-link.ts';

/** The most characters of a message: more than a picture has room for. It bounds the size of the record. */
const longest = 200;

/**
 * One record of a room that runs for ever: what the room sees, joined with what pages report, while
 * somebody watches. It starts over after `most` events. Frames in transit at that moment are
 * remembered, because the k-th frame that left is matched with the k-th that arrived.
 */
export class SharedTrace {
  readonly #now: () => number;
  readonly #most: number;
  readonly #links = new Map<string, WatchedLink>();
  #recorder: Recorder;
  #written = 0;
  #count = 0;
  /** Grows whenever the record starts over. */
  epoch = 0;
  /** Whether links were open when the present record began: it lacks how their conversations began. */
  late = false;
  #watched = false;
  #paused = false;

  constructor(now: () => number, most: number) {
    this.#now = now;
    this.#most = most;
    this.#recorder = new Recorder({ now });
  }

  get watched(): boolean {
    return this.#watched;
  }

  /** How many links are open and in the record. */
  get size(): number {
    return [...this.#links.values()].filter(({ closed }) => !closed).length;
  }

  /** All numbered events of the current record. */
  get events(): readonly TraceEvent[] {
    return this.#recorder.events;
  }

  /** The name at the other end of each link, as far as the room knows it. */
  get names(): Record<string, string> {
    const named = [...this.#links.values()].filter(({ name }) => name !== undefined);
    return Object.fromEntries(named.map(({ id, name = '' }) => [id, name]));
  }

  /** False if a page that reports has not reported yet all that it sent and received. */
  get settled(): boolean {
    return [...this.#links.values()].every(isSettled);
  }

  /** Returns the room's observer for a link. `tells`: whether a page at its other end reports too. */
  room(link: string, tells = false): Observe {
    const known = watchedLink(`link ${++this.#count}`, tells);
    this.#links.set(link, known);
    return observation => this.#roomSaw(known, observation);
  }

  /** Adds what a page reports about its end of a link. */
  page(link: string, observation: Observation): void {
    const known = this.#links.get(link);
    if (known === undefined || known.late) return;
    this.#makeRoom();
    known.tells = true;
    if (observation.what === 'sent') known.toRoom.left++;
    if (observation.what === 'received' && !arrives(known.toPage)) return;
    if (!this.#paused) this.#write(`page at ${known.id}`, known, observation);
  }

  /** Stops waiting for pages that owe us a report, until they report again. */
  giveUp(): void {
    for (const link of this.#links.values()) if (!isSettled(link)) link.tells = false;
  }

  /** Numbers the new events, and returns them. */
  flush(): TraceEvent[] {
    return this.#recorder.flush();
  }

  /**
   * Begins a record, or ends it. While nobody watches, it only learns the names of members and counts
   * their messages, which a later record needs.
   */
  watch(watched: boolean): void {
    this.#watched = watched;
    this.#beginAnew();
    for (const link of this.#links.values()) beginLate(link);
  }

  /** Writes nothing more until it is called with false; then the record starts over. It still counts frames. */
  pause(paused: boolean): void {
    if (this.#paused && !paused) this.#beginAnew();
    this.#paused = paused;
  }

  #roomSaw(link: WatchedLink, observation: Observation): void {
    const { what, kind, text, of } = observation;
    if (what === 'closed') this.#close(link);
    if (what === 'closed' || what === 'chunk') return;
    this.#makeRoom();
    if (what === 'received') {
      link.received++;
      if (kind === 'control') link.name ??= text;
    }
    if (!this.#watched) return;
    if (what === 'sent') link.toPage.left++;
    if ((what === 'received' || what === 'refused') && !arrives(link.toRoom)) return;
    if (this.#paused) return;
    if (what === 'received') link.recorded++;
    const origin = of && this.#here(of);
    const { of: _, ...rest } = observation;
    this.#write('room', link, { ...rest, ...(origin && { of: origin }) });
  }

  /** Returns the same origin, counted in the current record. */
  #here({ link, nth }: Origin): Origin | undefined {
    const from = this.#links.get(link);
    if (from === undefined) return undefined;
    const here = nth - (from.received - from.recorded);
    return here < 1 ? undefined : { link: from.id, nth: here };
  }

  #write(end: string, { id }: WatchedLink, observation: Observation): void {
    this.#written++;
    const { text } = observation;
    const short = text === undefined ? {} : { text: clean(text.slice(0, longest)) };
    this.#recorder.observer(end, id)({ ...observation, ...short });
  }

  /**
   * Starts over if the record is full. Call it before anything new is counted: frames in transit
   * then belong to the old record.
   */
  #makeRoom(): void {
    if (this.#written >= this.#most && !this.#paused) this.#beginAnew();
  }

  #beginAnew(): void {
    this.epoch++;
    this.#written = 0;
    this.#recorder = new Recorder({ now: this.#now });
    this.#forgetClosed();
    this.late = this.#links.size > 0;
    for (const link of this.#links.values()) startOver(link);
  }

  /** A record keeps the names of its closed links. */
  #close(link: WatchedLink): void {
    link.closed = true;
    if (!this.#watched) this.#forgetClosed();
  }

  #forgetClosed(): void {
    for (const [key, { closed }] of this.#links) if (closed) this.#links.delete(key);
  }
}
