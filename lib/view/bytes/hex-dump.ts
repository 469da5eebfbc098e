import type { TraceEvent } from '../../trace/event.ts';
import { ascii } from '../ladder/ascii.ts';
import { type Glyphs, unicode } from '../ladder/glyphs.ts';
import { type Paint, plainPaint } from '../text/paint.ts';
import { shorten } from '../text/width.ts';
import { borders, type Marked } from './borders.ts';
import { rowsOf } from './hex-rows.ts';

export interface HexDumpOptions {
  /** The cells in a row of the window, as it is now; without it 80. */
  readonly width?: () => number;
  readonly paint?: Paint;
  readonly ascii?: boolean;
  /** Whether each chunk is a message of its own, and not a part of a stream. */
  readonly datagrams?: boolean;
}

/**
 * The bytes as the sockets handed them over: `|` between two chunks, `[` and `]` around a frame. A
 * frame may span chunks, and a chunk may hold many frames: that is the lesson.
 */
export class HexDump {
  readonly #options: HexDumpOptions;
  readonly #glyphs: Glyphs;
  readonly #streams = new Map<string, Stream>();
  /** Streams with something to draw, each with its last event. */
  readonly #touched = new Map<Stream, TraceEvent>();
  readonly #closed: TraceEvent[] = [];
  /** The rows of datagrams. */
  readonly #alone: string[] = [];

  constructor(options: HexDumpOptions = {}) {
    this.#options = options;
    this.#glyphs = options.ascii ? ascii : unicode;
  }

  /** Returns the rows of a batch. */
  draw(batch: readonly TraceEvent[]): string[] {
    for (const event of batch) this.add(event);
    return this.rows();
  }

  /** Adds an event to the next rows. */
  add(event: TraceEvent): void {
    if (event.what === 'closed') this.#closed.push(event);
    if (this.#options.datagrams) this.#alone.push(...this.#datagram(event));
    else if (onAStream.has(event.what)) {
      const stream = this.#streamOf(event);
      if (event.what === 'chunk') this.#touched.set(stream, event);
      stream.add(event);
    }
  }

  /** Leaves a chunk out. The bytes after it keep their position in the stream. */
  skip(chunk: TraceEvent): void {
    if (!this.#options.datagrams) this.#streamOf(chunk).skip(chunk.size ?? 0);
  }

  /** Returns the rows of everything that was added since the last call. */
  rows(): string[] {
    const rows = [...this.#touched].flatMap(([stream, event]) => {
      const { offset } = stream;
      const bytes = stream.take();
      const chunks = bytes.filter(({ chunk }) => chunk).length;
      return chunks === 0
        ? []
        : this.#rows(event, bytes, offset, count(chunks, 'chunk'));
    });
    this.#touched.clear();
    for (const event of this.#closed.splice(0)) this.#forget(event);
    return [...rows, ...this.#alone.splice(0)];
  }

  /** Forgets a closed link: a server that runs for long has had a link for every caller. */
  #forget(closed: TraceEvent): void {
    for (const by of ['self', 'peer'] as const)
      this.#streams.delete(nameOf({ ...closed, by }));
  }

  /** Draws a datagram, even an empty one: it was sent, and it arrives. */
  #datagram(event: TraceEvent): string[] {
    if (event.what !== 'chunk') return [];
    const alone = new Stream();
    alone.add(event);
    alone.add({ ...event, what: 'sent' });
    return this.#rows(event, alone.take(), 0, '1 datagram');
  }

  /** Returns one direction of a link as one end sees it. */
  #streamOf(event: TraceEvent): Stream {
    const name = nameOf(event);
    const stream = this.#streams.get(name) ?? new Stream();
    this.#streams.set(name, stream);
    return stream;
  }

  #rows(
    { end, by, link }: TraceEvent,
    bytes: readonly Marked[],
    offset: number,
    pieces: string,
  ): string[] {
    const does = by === 'self' ? 'writes' : 'reads';
    const title = `${end} ${does} ${count(bytes.length, 'byte')} in ${pieces} on ${link}`;
    const width = this.#options.width?.() ?? 80;
    const paint = this.#options.paint ?? plainPaint;
    const head = paint.note(shorten(title, width, this.#glyphs.more), 0);
    return [head, ...rowsOf(bytes, offset, width, paint)];
  }
}

const nameOf = ({ end, by, link }: TraceEvent): string => `${end} ${by} ${link}`;

/** The events that are on a stream. Those that only open or close a link are not. */
const onAStream: ReadonlySet<TraceEvent['what']> = new Set([
  'chunk',
  'sent',
  'received',
  'refused',
]);

/** The bytes of one direction, and where its frames end. */
class Stream {
  offset = 0;
  #bytes: { byte: number; chunk: boolean }[] = [];
  #skipped = 0;
  /**
   * In order: a list, because a set that grows and shrinks with every tick leaves much garbage. The first frame
   * begins where one before it would have ended.
   */
  #frameEnds = [0];
  #framed = 0;

  add(event: TraceEvent): void {
    if (event.what !== 'chunk') {
      this.#framed += event.size ?? 0;
      // In bytes that were left out no border is drawn.
      if (this.#framed >= this.offset) this.#frameEnds.push(this.#framed);
      return;
    }
    event.bytes?.forEach((byte, i) => {
      this.#bytes.push({ byte, chunk: i === 0 });
    });
  }

  /** Leaves out `size` bytes after those that were added. */
  skip(size: number): void {
    if (this.#bytes.length > 0) this.#skipped += size;
    else this.#moveOn(size);
  }

  take(): Marked[] {
    const marked = borders(this.#bytes, this.offset, new Set(this.#frameEnds));
    this.#moveOn(this.#bytes.length + this.#skipped);
    this.#bytes = [];
    this.#skipped = 0;
    return marked;
  }

  #moveOn(size: number): void {
    this.offset += size;
    const next = this.#frameEnds.findIndex(end => end >= this.offset);
    if (next === -1) this.#frameEnds = [];
    else this.#frameEnds.splice(0, next);
  }
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
