import { drawn, type TraceEvent } from '../../trace/event.ts';
import type { Mode } from '../../trace/rules/index.ts';
import type { View, ViewOptions } from '../../view/ladder/lanes.ts';
import { viewIn, type Window } from '../../view/style.ts';
import { type Outlet, RowFeed } from './row-feed.ts';

export interface LivePictureOptions extends Pick<ViewOptions, 'ascii' | 'paint'> {
  readonly mode: Mode;
  /** The name of this end in the record. */
  readonly end: string;
  /**
   * Whether all links are in one picture, because this end passes on what it hears; otherwise each
   * link has its own.
   */
  readonly together: boolean;
  readonly window: Window;
  readonly outlet: Omit<Outlet, 'most' | 'what'>;
}

/** The least that an event counts, in characters. */
const least = 200;
/** The most characters that are drawn in a second: those of one message to 300 members. */
const mostInSecond = 300 * least;
/** The most characters in one picture, which remembers its events: a server may run for a year. */
const most = 5_000 * least;

interface Drawing {
  readonly key: string;
  readonly view: View;
  /** The characters in it. */
  size: number;
}

/** Draws what one end sees, as it happens: a lane for itself, and one for each peer that is connected. */
export class LivePicture {
  readonly #options: LivePictureOptions;
  readonly #rows: RowFeed;
  /** The peers that are connected, by link. */
  readonly #peers = new Map<string, string>();
  #drawings = new Map<string, Drawing>();
  #batch: TraceEvent[] = [];
  /** Whose names were printed last. */
  #head = '';

  constructor(options: LivePictureOptions) {
    this.#options = options;
    this.#rows = new RowFeed({ ...options.outlet, most: mostInSecond, what: 'event' });
  }

  /** Adds an event. `peer`: the name at the other end of the link. */
  take(event: TraceEvent, peer: string): void {
    if (event.what === 'chunk') return;
    if (event.what === 'opened') this.#peers.set(event.link, peer);
    if (isFrame(event) && !this.#rows.takes(sizeOf(event))) {
      this.#skip(event);
      return;
    }
    if (this.#batch.length === 0) setImmediate(() => this.draw());
    this.#batch.push(event);
  }

  /** Draws the events since the last call. */
  draw(): void {
    const batch = this.#batch;
    this.#batch = [];
    for (const part of byPicture(batch, this.#options.together)) this.#drawPart(part);
    for (const { what, link } of batch) if (what === 'closed') this.#forget(link);
  }

  /** Draws the rest, and says what is missing. */
  close(): void {
    this.draw();
    this.#rows.close();
  }

  /** In a room nobody waits for a turn, so its picture needs nothing of what it does not show. */
  #skip(event: TraceEvent): void {
    if (this.#options.together) return;
    this.draw();
    this.#drawingFor([event]).view.skip(event);
  }

  #drawPart(part: readonly TraceEvent[]): void {
    const { key, view } = this.#drawingFor(part);
    const head = this.#head === key ? [] : view.head();
    const rows = view.draw(part);
    if (rows.length === 0) return;
    this.#head = key;
    this.#rows.show([...head, ...rows]);
  }

  /** Returns the drawing that these events belong to. It counts them, because it remembers them. */
  #drawingFor(part: readonly TraceEvent[]): Drawing {
    const link = part[0]?.link ?? '';
    const lanes = this.#lanesOf(link);
    const key = this.#options.together ? lanes.join('\n') : link;
    const drawing = this.#drawingOf(key, lanes);
    for (const event of part) drawing.size += sizeOf(event);
    return drawing;
  }

  /** Returns the lanes: the first peer at the left of this end, the others at its right, as in scenes. */
  #lanesOf(link: string): string[] {
    const { end, together } = this.#options;
    const [first, ...others] = together
      ? this.#peers.values()
      : [this.#peers.get(link) ?? 'peer'];
    return first === undefined ? [end] : [first, end, ...others];
  }

  #drawingOf(key: string, lanes: readonly string[]): Drawing {
    const known = this.#drawings.get(key);
    if (known !== undefined && known.size < most) return known;
    const { window, mode, ascii, paint } = this.#options;
    const peerOf = (link: string) => this.#peers.get(link);
    const drawing = {
      key,
      view: viewIn(window, {
        mode,
        lanes,
        peerOf,
        ...(ascii && { ascii }),
        ...(paint && { paint }),
      }),
      size: 0,
    };
    if (this.#options.together) this.#drawings = new Map();
    this.#drawings.set(key, drawing);
    return drawing;
  }

  #forget(link: string): void {
    this.#peers.delete(link);
    this.#drawings.delete(link);
  }
}

/** Splits events into runs that belong to one picture. */
function byPicture(batch: readonly TraceEvent[], together: boolean): TraceEvent[][] {
  const parts: TraceEvent[][] = [];
  for (const event of batch.filter(drawn)) {
    const last = parts.at(-1);
    if (last !== undefined && (together || last[0]?.link === event.link))
      last.push(event);
    else parts.push([event]);
  }
  return parts;
}

/** What a peer can cause by thousands, unlike the beginning and the end of a link. */
const isFrame = ({ what }: TraceEvent): boolean =>
  what === 'sent' || what === 'received' || what === 'refused' || what === 'lost';

const sizeOf = ({ text = '' }: TraceEvent): number => Math.max(least, text.length);
