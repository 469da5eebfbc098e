import type { TraceEvent } from '../../trace/event.ts';

/** The most bytes of one frame: it is shown beside its words. */
const most = 256;

/**
 * Gives each frame its first bytes, from the chunks of its direction: both are recorded in the
 * order of the stream. A frame has none if the record has no chunks, or left one out before it.
 */
export function withFrameBytes(events: readonly TraceEvent[]): TraceEvent[] {
  const streams = new Map<string, Stream>();
  for (const event of events) if (event.what === 'chunk') streamOf(event).add(event);
  return events.map(event => {
    if (!isFrame(event) || event.bytes !== undefined) return event;
    const bytes = streamOf(event).next(event.size ?? 0);
    return bytes === undefined ? event : { ...event, bytes };
  });

  function streamOf({ end, by, link }: TraceEvent): Stream {
    const name = JSON.stringify([end, by, link]);
    const stream = streams.get(name) ?? new Stream();
    streams.set(name, stream);
    return stream;
  }
}

const isFrame = ({ what }: TraceEvent): boolean =>
  what === 'sent' || what === 'received' || what === 'refused';

/**
 * The bytes of one direction as one end saw them, and how many of them belong to frames that were
 * asked for.
 */
class Stream {
  readonly #chunks: Uint8Array[] = [];
  #broken = false;
  #chunk = 0;
  #offset = 0;

  add({ bytes, size = 0 }: TraceEvent): void {
    if (bytes === undefined && size > 0) this.#broken = true;
    else if (!this.#broken && bytes?.length) this.#chunks.push(bytes);
  }

  /** The bytes of the next frame, `size` long. */
  next(size: number): Uint8Array | undefined {
    const found: number[] = [];
    let left = size;
    for (let part = this.#part(left); part.length > 0; part = this.#part(left)) {
      found.push(...part.subarray(0, most - found.length));
      left -= part.length;
    }
    return found.length === 0 ? undefined : Uint8Array.from(found);
  }

  /** Takes at most `size` of the bytes that are left, all from one chunk. */
  #part(size: number): Uint8Array {
    const chunk = this.#chunks[this.#chunk] ?? nothing;
    const part = chunk.subarray(this.#offset, this.#offset + size);
    this.#offset += part.length;
    if (this.#offset === chunk.length) {
      this.#chunk++;
      this.#offset = 0;
    }
    return part;
  }
}

const nothing = new Uint8Array();
