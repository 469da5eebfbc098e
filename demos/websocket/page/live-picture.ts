import type { TraceEvent } from '../../../lib/trace/event.ts';
import { fromJsonLines } from '../../../lib/trace/jsonl.ts';
import { legend } from '../../../lib/view/ladder/legend.ts';
import { styleFor, view } from '../../../lib/view/style.ts';

/** Rows on the page, at most. */
const most = 400;

interface Update {
  /** What was known before is no longer part of the record. */
  readonly anew: boolean;
  /** Who is at the other end of each link. */
  readonly names: Readonly<Record<string, string>>;
  readonly lines: string;
  /** More events than this came in a second, so the room is not recorded just now. */
  readonly paused?: number;
}

/** What stands above the lanes, and stays there, and what goes on below. */
interface Drawn {
  readonly head: readonly string[];
  readonly rows: readonly string[];
}

/** The joined record of the room and its pages, drawn as in a terminal. */
export class LivePicture {
  #batches: TraceEvent[][] = [];
  #names: Update['names'] = {};
  #paused: number | undefined;

  take(message: string): void {
    const { anew, names, lines, paused } = JSON.parse(message) as Update;
    this.#paused = paused;
    if (anew) this.#batches = [];
    this.#names = names;
    const batch = fromJsonLines(lines);
    if (batch.length > 0) this.#batches.push(batch);
  }

  /** In a window that is `columns` letters wide. */
  drawn(columns: number, sentences: boolean): Drawn {
    const peerOf = (link: string) => this.#names[link] ?? 'newcomer';
    const links = new Set(this.#batches.flat().map(({ link }) => link));
    const [first, ...others] = new Set([...links].map(peerOf));
    if (first === undefined) return { head: [], rows: this.#last };
    const lanes = [first, 'room', ...others];
    const style = sentences ? 'plain' : styleFor(columns, lanes.length);
    const mode = 'full-duplex';
    const picture = view(style, { mode, lanes, peerOf, width: columns });
    const rows = this.#batches.flatMap(batch =>
      picture.draw(batch.map(event => named(event, peerOf))),
    );
    const above = style === 'ladder' ? [legend(mode)] : [];
    const shown = [...rows.slice(-most), ...this.#last];
    return { head: [...above, ...picture.head()], rows: shown };
  }

  get #last(): string[] {
    if (this.#paused === undefined) return [];
    return [
      `More than ${this.#paused} events a second: the picture waits for a calmer room.`,
    ];
  }
}

/** An event under the name of the one whose end recorded it. */
const named = (event: TraceEvent, peerOf: (link: string) => string): TraceEvent =>
  event.end === 'room' ? event : { ...event, end: peerOf(event.link) };
