import type { Clock } from '../../lib/connection/clock.ts';
import { Connection } from '../../lib/connection/connection.ts';
import { anything } from '../../lib/connection/discipline.ts';
import type { Wire } from '../../lib/connection/wire.ts';
import { text, websocket } from '../../lib/framing/index.ts';
import type { Web } from '../../lib/terminal/programs/demo.ts';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { toJsonLines } from '../../lib/trace/jsonl.ts';
import type { Observe } from '../../lib/trace/recorder.ts';
import type { Arrived } from '../../lib/transport/web/websocket.ts';
import { SharedTrace } from './shared-trace.ts';
import { observationIn } from './told.ts';

/** A picture of more links than this would show nothing. The others are in the room, not in the record. */
const mostLinks = 12;
const mostEvents = 300;
const mostPages = 100;
/** How long events are collected, and how long a page may take to tell its side. Milliseconds. */
const [together, patience] = [100, 2_000];

/** A whole record fits: `mostEvents`, each with what the shared trace keeps of its words. */
const codec = text(websocket({ maxPayload: 1_048_576 }));

/** Shows pages the record of the room, and takes theirs. */
export const watch: Web['watch'] = (pages, clock) => {
  const record = new SharedRecord(clock);
  void record.welcome(pages);
  return wire => record.observer(wire);
};

class SharedRecord {
  readonly #clock: Clock;
  readonly #trace: SharedTrace;
  /** Which link of the room is a page's own, by the key that it has made for this visit and told nobody else. */
  readonly #visits = new Map<string, string>();
  readonly #pages = new Set<Connection>();
  #due = false;
  #shown = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#trace = new SharedTrace(() => clock.now(), mostEvents);
  }

  /** The room's observer for a link, as long as there is room in a picture. */
  observer(wire: Wire): Observe | undefined {
    if (this.#trace.size >= mostLinks) return undefined;
    const forget = this.#remember(wire);
    const observer = this.#trace.room(wire.link, forget !== undefined);
    return observation => {
      if (observation.what === 'chunk') return;
      observer(observation);
      if (observation.what === 'closed') forget?.();
      this.#showSoon(0);
    };
  }

  /** Until the server stops. */
  async welcome(pages: AsyncIterable<Arrived>): Promise<void> {
    for await (const page of pages) void this.#attend(page);
    for (const page of this.#pages) page.dismiss();
  }

  /** Gives what forgets it; `undefined`: there is no page. */
  #remember(wire: Wire & Partial<Arrived>): (() => void) | undefined {
    const key = wire.query?.get('key') ?? '';
    if (!/^[0-9a-f]{32}$/.test(key) || this.#visits.has(key)) return undefined;
    this.#visits.set(key, wire.link);
    // The page may still have to tell how it ended.
    return () => void this.#clock.after(patience, () => this.#visits.delete(key));
  }

  async #attend(wire: Arrived): Promise<void> {
    const page = new Connection({ wire, codec, clock: this.#clock, role: 'callee' });
    page.start(anything);
    if (this.#pages.size < mostPages) {
      this.#pages.add(page);
      page.trySend(this.#update(true, this.#trace.events));
      await this.#hear(page, wire.query.get('key') ?? '');
      this.#pages.delete(page);
    }
    page.dismiss();
  }

  async #hear(page: Connection, key: string): Promise<void> {
    for await (const { text } of page) {
      const told = observationIn(text);
      if (told === undefined) return;
      this.#trace.page(this.#visits.get(key) ?? '', told);
      this.#showSoon(0);
    }
  }

  /** When all who tell have told, so that words that crossed are drawn as one. */
  #showSoon(waited: number): void {
    if (this.#due && waited === 0) return;
    this.#due = true;
    this.#clock.after(together, () => {
      if (this.#trace.settled) this.#show();
      else if (waited < patience) this.#showSoon(waited + together);
      else {
        this.#trace.giveUp();
        this.#show();
      }
    });
  }

  #show(): void {
    this.#due = false;
    const batch = this.#trace.flush();
    const anew = this.#shown !== this.#trace.epoch;
    this.#shown = this.#trace.epoch;
    const update = this.#update(anew, anew ? this.#trace.events : batch);
    for (const page of this.#pages) {
      // A page that does not read is not waited for: its picture would be old.
      if (!page.trySend(update)) page.destroy();
    }
  }

  #update(anew: boolean, events: readonly TraceEvent[]): string {
    const { names } = this.#trace;
    return JSON.stringify({ anew, names, lines: toJsonLines(events) });
  }
}
