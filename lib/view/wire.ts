import type { TraceEvent } from '../trace/event.ts';
import { ascii } from './ascii.ts';
import { Row } from './canvas.ts';
import { type Glyphs, unicode } from './glyphs.ts';
import { type Paint, plainPaint } from './paint.ts';
import { shorten } from './width.ts';
import { borders, type Marked, spaced } from './wire-borders.ts';

export interface WireOptions {
  readonly width?: number;
  readonly paint?: Paint;
  readonly ascii?: boolean;
  /** A chunk is a message then, and stands in no stream. */
  readonly datagrams?: boolean;
}

/** Offset, hexadecimal, text: the text column takes one cell a byte. */
const hexAt = 8;
const mostBytes = 16;

/**
 * The bytes as the sockets handed them over: `|` between two chunks, `[` and `]` around a frame. A
 * frame may span chunks, and a chunk may hold many frames: that is the lesson.
 */
export class Wire {
  readonly #options: WireOptions;
  readonly #glyphs: Glyphs;
  readonly #streams = new Map<string, Stream>();

  constructor(options: WireOptions = {}) {
    this.#options = options;
    this.#glyphs = options.ascii ? ascii : unicode;
  }

  draw(batch: readonly TraceEvent[]): string[] {
    if (this.#options.datagrams) return batch.flatMap(event => this.#datagram(event));
    const touched = new Map<Stream, TraceEvent>();
    for (const event of batch) {
      if (!onAStream.has(event.what)) continue;
      const stream = this.#streamOf(event);
      touched.set(stream, event);
      stream.add(event);
    }
    return [...touched].flatMap(([stream, event]) => {
      const { offset } = stream;
      const bytes = stream.take();
      const chunks = bytes.filter(({ chunk }) => chunk).length;
      return chunks === 0
        ? []
        : this.#rows(event, bytes, offset, count(chunks, 'chunk'));
    });
  }

  /** Also one without a byte: it was sent, and arrives. */
  #datagram(event: TraceEvent): string[] {
    if (event.what !== 'chunk') return [];
    const alone = new Stream();
    alone.add(event);
    alone.add({ ...event, what: 'sent' });
    return this.#rows(event, alone.take(), 0, '1 datagram');
  }

  /** One direction as one end sees it. */
  #streamOf({ end, by, link }: TraceEvent): Stream {
    const name = `${end} ${by} ${link}`;
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
    const width = this.#options.width ?? 80;
    const head = new Row().put(0, shorten(title, width, this.#glyphs.more), 'note');
    return [head, ...rowsOf(bytes, offset, width)].map(row =>
      row.paint(this.#options.paint ?? plainPaint),
    );
  }
}

/** What only opens or closes a link is on no stream. */
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
  /** The first frame begins where one before it would have ended. */
  #frameEnds = new Set([0]);
  #framed = 0;

  add(event: TraceEvent): void {
    if (event.what !== 'chunk') {
      this.#framed += event.size ?? 0;
      this.#frameEnds.add(this.#framed);
      return;
    }
    event.bytes?.forEach((byte, i) => {
      this.#bytes.push({ byte, chunk: i === 0 });
    });
  }

  take(): Marked[] {
    const marked = borders(this.#bytes, this.offset, this.#frameEnds);
    this.offset += this.#bytes.length;
    this.#bytes = [];
    for (const end of this.#frameEnds)
      if (end < this.offset) this.#frameEnds.delete(end);
    return marked;
  }
}

function rowsOf(bytes: readonly Marked[], offset: number, width: number): Row[] {
  const rows: Row[] = [];
  const perRow = bytesPerRow(width);
  const textAt = width - perRow;
  for (let i = 0; i < bytes.length; ) {
    let hex = '';
    let text = '';
    const start = i;
    for (let next = bytes[i]; next && i - start < perRow; next = bytes[++i]) {
      const grown = hex + spaced(next);
      if (hexAt + grown.length > textAt - 2) break;
      hex = grown;
      text += next.text;
    }
    const at = (offset + start).toString(16).padStart(6, '0');
    rows.push(new Row().put(0, at, 'number').put(hexAt, hex, 'message'));
    rows.at(-1)?.put(textAt, text, 'note');
  }
  return rows;
}

/** As many as fit if hardly any border stood between them; with more borders the row ends sooner. */
const bytesPerRow = (width: number): number =>
  Math.max(1, Math.min(mostBytes, Math.floor((width - hexAt - 6) / 4)));

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
