import type { Clock } from '../connection/clock.ts';
import { Connection } from '../connection/connection.ts';
import { anything } from '../connection/discipline.ts';
import type { Wire } from '../connection/wire.ts';
import { text, websocket } from '../framing/index.ts';
import type { Observation, TraceEvent } from '../trace/event.ts';
import { toJsonLines } from '../trace/jsonl.ts';
import type { Observe } from '../trace/recorder.ts';
import type { Arrived } from '../transport/web/websocket.ts';
import { SharedTrace } from './shared-trace.ts';
import { observationIn } from './told.ts';

/** The most links in the record. The members on other links are in the room, but not in the record. */
const mostLinks = 32;
/** With 15 members these are the events of about 20 messages. */
const mostEvents = 600;
const mostPages = 100;
/** A room that is busier than this is not recorded: nobody could read it, and it would slow the room down. */
const mostPerSecond = 3_000;
/** How long events are collected, and how long a page may take to report its side, in milliseconds. */
const [together, patience] = [100, 2_000];

/**
 * A whole record fits into one message: `mostEvents`, each with as many characters as the shared
 * trace keeps.
 */
const codec = text(websocket({ maxPayload: 2_097_152 }));

/**
 * Records the room while pages watch it, sends them the record, and receives their reports.
 */
export function watch(pages: AsyncIterable<Arrived>, clock: Clock) {
  const record = new SharedRecord(clock);
  void record.welcome(pages);
  return (wire: Wire) => record.observer(wire);
}

class SharedRecord {
  readonly #clock: Clock;
  readonly #trace: SharedTrace;
  /** Each page's own link to the room, by the secret key that the page made for this visit. */
  readonly #visits = new Map<string, string>();
  readonly #pages = new Set<Connection>();
  #due = false;
  #shown = 0;
  /** How many events were recorded in this second. */
  #events = 0;
  #paused = false;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#trace = new SharedTrace(() => clock.now(), mostEvents);
  }

  /** Returns the room's observer for a link, if the record has space for the link. */
  observer(wire: Wire): Observe | undefined {
    if (this.#trace.size >= mostLinks) {
      this.#trace.leaveOut();
      return undefined;
    }
    const forget = this.#remember(wire);
    const observer = this.#trace.room(wire.link, forget !== undefined);
    const observe = (observation: Observation) => {
      if (observation.what === 'chunk') return;
      observer(observation);
      if (observation.what === 'closed') forget?.();
      this.#count();
    };
    return Object.assign(observe, { wantsSent: () => this.#trace.watched });
  }

  /** Serves pages until the server stops. */
  async welcome(pages: AsyncIterable<Arrived>): Promise<void> {
    for await (const page of pages) void this.#attend(page);
    for (const page of this.#pages) page.dismiss();
  }

  /** Returns a function that forgets the link; `undefined` if the link has no page. */
  #remember(wire: Wire & Partial<Arrived>): (() => void) | undefined {
    const key = wire.query?.get('key') ?? '';
    if (!/^[0-9a-f]{32}$/.test(key) || this.#visits.has(key)) return undefined;
    this.#visits.set(key, wire.link);
    // The page may still have to report how the link ended.
    return () => void this.#clock.after(patience, () => this.#visits.delete(key));
  }

  async #attend(wire: Arrived): Promise<void> {
    const page = new Connection({ wire, codec, clock: this.#clock, role: 'callee' });
    page.start(anything);
    if (this.#pages.size < mostPages) {
      this.#pages.add(page);
      if (this.#pages.size === 1) this.#trace.watch(true);
      page.trySend(this.#update(true, this.#trace.events));
      await this.#hear(page, wire.query.get('key') ?? '');
      this.#pages.delete(page);
      if (this.#pages.size === 0) this.#trace.watch(false);
    }
    page.dismiss();
  }

  async #hear(page: Connection, key: string): Promise<void> {
    for await (const { text } of page) {
      const told = observationIn(text);
      if (told === undefined) return;
      this.#trace.page(this.#visits.get(key) ?? '', told);
      this.#count();
    }
  }

  /** Pauses the record for the rest of a second in which too much happens. */
  #count(): void {
    if (this.#paused || !this.#trace.watched) return;
    if (this.#events === 0) this.#clock.after(1_000, () => this.#newSecond());
    this.#events++;
    if (this.#events > mostPerSecond) this.#pause(true);
    this.#showSoon(0);
  }

  #newSecond(): void {
    this.#events = 0;
    if (this.#paused) this.#pause(false);
  }

  #pause(paused: boolean): void {
    this.#paused = paused;
    this.#trace.pause(paused);
    this.#show();
  }

  /** Shows the events once all pages have reported, so that messages that crossed are drawn as one X. */
  #showSoon(waited: number): void {
    if (this.#due && waited === 0) return;
    this.#due = true;
    this.#clock.after(together, () => {
      const { settled } = this.#trace;
      if (!settled && waited < patience) return this.#showSoon(waited + together);
      if (!settled) this.#trace.giveUp();
      this.#due = false;
      this.#show();
    });
  }

  #show(): void {
    const batch = this.#trace.flush();
    const anew = this.#shown !== this.#trace.epoch;
    this.#shown = this.#trace.epoch;
    if (this.#pages.size === 0) return;
    const update = this.#update(anew, anew ? this.#trace.events : batch);
    for (const page of this.#pages) {
      // We do not wait for a page that does not read: its picture would be outdated.
      if (!page.trySend(update)) page.destroy();
    }
  }

  #update(anew: boolean, events: readonly TraceEvent[]): string {
    const { people, late, whole, since, counts } = this.#trace;
    const paused = this.#paused ? mostPerSecond : undefined;
    const lines = toJsonLines(events.slice(-mostEvents));
    return JSON.stringify({ anew, late, whole, since, paused, people, counts, lines });
  }
}
