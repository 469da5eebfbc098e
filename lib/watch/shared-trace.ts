import { clean } from '../connection/clean.ts';
import type { Observation, TraceEvent } from '../trace/event.ts';
import type { Observe } from '../trace/recorder.ts';
import { Tally, type WatchedCounts } from './tally.ts';
import {
  beginLate,
  countFrame,
  isSettled,
  learnName,
  originAt,
  type WatchedLink,
  watchedLink,
} from './watched-link.ts';
import { EventWindow } from './window.ts';

/** The most characters of a message: more than a picture has room for. It bounds the size of the record. */
const longest = 200;

/** A person of the record, or a newcomer who has no name yet. */
export interface Person {
  readonly link: string;
  readonly name?: string;
  readonly isHere: boolean;
}

/**
 * One record of a room that runs for ever: what the room sees, joined with what pages report, while
 * somebody watches. It keeps the last `most` events, and counts over all of them. Every frame has
 * its number on its link, so what is sent and what arrives are matched at any place of the record.
 */
export class SharedTrace {
  readonly #now: () => number;
  readonly #links = new Map<string, WatchedLink>();
  readonly #window: EventWindow;
  #tally = new Tally();
  #count = 0;
  /** Grows whenever a new record begins. */
  epoch = 0;
  /** The number of the first event of the present record. */
  since = 1;
  /** Whether links were open when the present record began: it lacks how their conversations began. */
  late = false;
  /** Whether the present record has both ends of all links: members on TCP send none of theirs. */
  whole = true;
  #watched = false;
  #paused = false;

  constructor(now: () => number, most: number) {
    this.#now = now;
    this.#window = new EventWindow(most);
  }

  get watched(): boolean {
    return this.#watched;
  }

  /** How many links are open and in the record. */
  get size(): number {
    return [...this.#links.values()].filter(({ closed }) => !closed).length;
  }

  /** The last events of the current record, numbered. */
  get events(): readonly TraceEvent[] {
    return this.#window.events;
  }

  /** What was counted over all events of the current record. */
  get counts(): WatchedCounts {
    return this.#tally.counts;
  }

  /** The people of these events, and all who are here. */
  get people(): Person[] {
    return [...this.#links.values()].map(({ id, name, closed }) => ({
      link: id,
      ...(name !== undefined && { name }),
      isHere: !closed,
    }));
  }

  /** False if a page that reports has not reported yet all that it sent and received. */
  get settled(): boolean {
    return [...this.#links.values()].every(isSettled);
  }

  /** Returns the room's observer for a link. `hasPage`: whether a page at its other end reports too. */
  room(link: string, hasPage = false): Observe {
    const known = watchedLink(`link ${++this.#count}`, hasPage);
    this.#links.set(link, known);
    if (!hasPage) this.whole = false;
    return observation => this.#roomSaw(known, observation);
  }

  /** Adds what a page reports about its end of a link. */
  page(link: string, observation: Observation): void {
    const known = this.#links.get(link);
    if (known === undefined || known.late) return;
    known.tells = true;
    const { what } = observation;
    if (what === 'sent') known.toRoom.left++;
    if (what === 'received') known.toPage.came++;
    const nth = { sent: known.toRoom.left, received: known.toPage.came }[String(what)];
    if (!this.#paused) this.#write(`page at ${known.id}`, known, observation, nth);
  }

  /** Call this for a link that has no place in the record. */
  leaveOut(): void {
    this.whole = false;
  }

  /** Stops waiting for pages that owe us a report, until they report again. */
  giveUp(): void {
    for (const link of this.#links.values()) if (!isSettled(link)) link.tells = false;
  }

  /** Numbers the new events, and returns them. */
  flush(): TraceEvent[] {
    const batch = this.#window.flush();
    for (const event of batch) this.#tally.add(event);
    this.#forgetClosed();
    return batch;
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

  /** Writes nothing more until it is called with false; then a new record begins. It still counts frames. */
  pause(paused: boolean): void {
    if (this.#paused && !paused) this.#beginAnew();
    this.#paused = paused;
  }

  #roomSaw(link: WatchedLink, observation: Observation): void {
    const { what } = observation;
    if (what === 'closed') this.#close(link);
    if (what === 'closed' || what === 'chunk') return;
    learnName(link, observation);
    const nth = countFrame(link, what);
    if (!this.#watched || this.#paused) return;
    const { of, ...rest } = observation;
    const from = of && this.#links.get(of.link);
    const origin = from && originAt(from, of.nth);
    this.#write('room', link, { ...rest, ...origin }, nth);
  }

  #write(
    end: string,
    { id }: WatchedLink,
    observation: Observation,
    nth?: number,
  ): void {
    const { text } = observation;
    const short = text === undefined ? {} : { text: clean(text.slice(0, longest)) };
    const numbered = nth === undefined ? {} : { nth };
    const place = { n: 0, at: this.#now(), end, link: id };
    this.#window.add({ ...place, ...observation, ...short, ...numbered });
  }

  #beginAnew(): void {
    this.epoch++;
    this.#window.empty();
    this.#tally = new Tally();
    this.since = this.#window.next;
    this.#forgetClosed();
    this.late = this.#links.size > 0;
    this.whole = !this.late;
  }

  /** A record keeps the names of closed links, as long as it has their events. */
  #close(link: WatchedLink): void {
    link.closed = true;
    if (!this.#watched) this.#forgetClosed();
  }

  #forgetClosed(): void {
    const shown = new Set(this.events.map(({ link }) => link));
    for (const [key, { id, closed }] of this.#links) {
      if (!closed || shown.has(id)) continue;
      this.#links.delete(key);
      this.#tally.forget(id);
    }
  }
}
