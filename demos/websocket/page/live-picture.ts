import type { TraceEvent } from '../../../lib/trace/event.ts';
import { fromJsonLines } from '../../../lib/trace/jsonl.ts';
import { legend } from '../../../lib/view/ladder/legend.ts';
import { styleFor, view } from '../../../lib/view/style.ts';

/** The most rows on the page. */
const most = 400;

interface Update {
  /** Whether the record starts over: earlier events are no longer part of it. */
  readonly anew: boolean;
  /** Whether conversations had begun before this record did. */
  readonly late?: boolean;
  /** The name at the other end of each link. */
  readonly names: Readonly<Record<string, string>>;
  readonly lines: string;
  /** Set if the record is paused, because more events than this number happened in one second. */
  readonly paused?: number;
}

/** The heading above the lanes, which stays in place, and the rows below it. */
interface Drawn {
  readonly head: readonly string[];
  readonly rows: readonly string[];
}

/** The joined record of the room and its pages, drawn as in a terminal. */
export class LivePicture {
  #batches: TraceEvent[][] = [];
  #names: Update['names'] = {};
  #late = false;
  #paused: number | undefined;

  take(message: string): void {
    const { anew, late = false, names, lines, paused } = JSON.parse(message) as Update;
    this.#late = late;
    this.#paused = paused;
    if (anew) this.#batches = [];
    this.#names = names;
    const batch = fromJsonLines(lines);
    if (batch.length > 0) this.#batches.push(batch);
  }

  /** Draws for a window that is `columns` letters wide. */
  drawn(columns: number, sentences: boolean): Drawn {
    const peerOf = (link: string) => this.#names[link] ?? 'newcomer';
    const links = new Set(this.#batches.flat().map(({ link }) => link));
    const [first, ...others] = new Set([...links].map(peerOf));
    if (first === undefined) return { head: [], rows: [...this.#first, ...this.#last] };
    const lanes = [first, 'room', ...others];
    const style = sentences ? 'plain' : styleFor(columns, lanes.length);
    const mode = 'full-duplex';
    const picture = view(style, { mode, lanes, peerOf, width: columns });
    const rows = this.#batches.flatMap(batch =>
      picture.draw(batch.map(event => named(event, peerOf))),
    );
    const above = style === 'ladder' ? [legend(mode)] : [];
    const shown = [...this.#first, ...rows.slice(-most), ...this.#last];
    return { head: [...above, ...picture.head()], rows: shown };
  }

  get #first(): string[] {
    return this.#late
      ? [
          'This record began in the middle of conversations: what came before is not in it.',
        ]
      : [];
  }

  get #last(): string[] {
    if (this.#paused === undefined) return [];
    return [
      `More than ${this.#paused} events per second: the picture continues when the room is calmer.`,
    ];
  }
}

/** Returns the event with the name of the person whose end recorded it. */
const named = (event: TraceEvent, peerOf: (link: string) => string): TraceEvent =>
  event.end === 'room' ? event : { ...event, end: peerOf(event.link) };
