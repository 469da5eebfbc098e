import { anything, Connection, clean, realClock } from '../../lib/connection/index.ts';
import { text, websocket } from '../../lib/framing/index.ts';
import type { Web } from '../../lib/terminal/index.ts';
import { fromJsonLines, type Observation, toJsonLines } from '../../lib/trace/index.ts';
import type { Arrived } from '../../lib/transport/index.ts';
import { Ledger } from './ledger.ts';

/** A picture of more links than this would show nothing. The others are in the room, not in the record. */
const mostLinks = 12;
const mostEvents = 300;
const mostPages = 100;
/** How long events are collected, and how long a page may take to tell its side. Milliseconds. */
const [together, patience] = [100, 2_000];

const codec = text(websocket({ maxPayload: 65_536 }));

/**
 * Shows pages the record of the room, and takes theirs. A page shows the key of its own visit, which
 * nobody else knows: so it can say what it likes about its own end of its own link, and nothing of others.
 */
export const watch: Web['watch'] = pages => {
  const ledger = new Ledger(() => realClock.now(), mostEvents);
  const visits = new Map<string, string>();
  const watching = new Set<Connection>();
  let due = false;
  let shown = ledger.epoch;
  void attendAll();
  return wire => {
    if (ledger.size >= mostLinks) return undefined;
    const key = (wire as Partial<Arrived>).query?.get('key') ?? '';
    const named = /^[0-9a-f]{32}$/.test(key) && !visits.has(key);
    if (named) visits.set(key, wire.link);
    const pen = ledger.room(wire.link);
    return observation => {
      pen(observation);
      if (observation.what === 'chunk') return;
      if (named && observation.what === 'closed')
        realClock.after(patience, () => visits.delete(key));
      soon(0);
    };
  };

  async function attendAll(): Promise<void> {
    for await (const page of pages) void attend(page);
    for (const page of watching) page.dismiss();
  }

  async function attend(wire: Arrived): Promise<void> {
    const page = new Connection({ wire, codec, clock: realClock, role: 'callee' });
    page.start(anything);
    if (watching.size >= mostPages) return page.dismiss();
    watching.add(page);
    void page.closed.then(() => watching.delete(page));
    page.trySend(update(true, ledger.events));
    const key = wire.query.get('key') ?? '';
    for await (const line of page) {
      const told = observationIn(line);
      if (told === undefined) break;
      ledger.page(visits.get(key) ?? '', told);
      soon(0);
    }
    page.dismiss();
  }

  function soon(waited: number): void {
    if (due && waited === 0) return;
    due = true;
    realClock.after(together, () => {
      if (ledger.settled || waited >= patience) show();
      else soon(waited + together);
    });
  }

  function show(): void {
    due = false;
    const batch = ledger.flush();
    const anew = shown !== ledger.epoch;
    shown = ledger.epoch;
    const news = update(anew, anew ? ledger.events : batch);
    for (const page of watching) {
      // A page that does not read is not waited for: its picture would be old.
      if (!page.trySend(news)) page.destroy();
    }
  }

  function update(anew: boolean, events: Parameters<typeof toJsonLines>[0]): string {
    return JSON.stringify({ anew, names: ledger.names, lines: toJsonLines(events) });
  }
};

const sides = new Map<string, Observation['by']>([
  ['opened', 'self'],
  ['sent', 'self'],
  ['received', 'peer'],
  ['ended', 'peer'],
  ['reset', 'peer'],
]);

/** What a page may say: of its own deeds and what came to it. All that it says of who it is, is left out. */
function observationIn(line: string): Observation | undefined {
  try {
    const [event] = fromJsonLines(line);
    if (event === undefined || sides.get(event.what) !== event.by) return undefined;
    const { what, by, kind = 'message', text = '', size = 0 } = event;
    if (what !== 'sent' && what !== 'received') return { what, by };
    return { what, by, kind, text: clean(text), size };
  } catch {
    return undefined;
  }
}
