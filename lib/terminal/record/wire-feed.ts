import type { TraceEvent } from '../../trace/event.ts';
import type { HexDump } from '../../view/bytes/hex-dump.ts';
import { type Outlet, RowFeed } from './row-feed.ts';

/** The most bytes of the wire that are drawn in a second: some 1,000 rows. */
const most = 16_384;

/**
 * Draws the bytes of a server or a client as they come and go, for `--wire`. Nobody waits for the screen: what
 * it cannot take in time is left out, and a line says so.
 */
export class WireFeed {
  readonly #wire: HexDump;
  readonly #rows: RowFeed;
  #drawing = false;

  constructor(wire: HexDump, outlet: Omit<Outlet, 'most' | 'what'>) {
    this.#wire = wire;
    this.#rows = new RowFeed({ ...outlet, most, what: 'chunk' });
  }

  take(event: TraceEvent): void {
    const isChunk = event.what === 'chunk';
    if (isChunk && !this.#rows.takes(event.size ?? 0)) {
      this.#wire.skip(event);
      return;
    }
    this.#wire.add(event);
    // Frames alone draw nothing, and there may be thousands in a chunk.
    if (isChunk || event.what === 'closed') this.#drawSoon();
  }

  close(): void {
    this.#draw();
    this.#rows.close();
  }

  /** Where a frame ends is observed right after its bytes: they are drawn together. */
  #drawSoon(): void {
    if (this.#drawing) return;
    this.#drawing = true;
    queueMicrotask(() => this.#draw());
  }

  #draw(): void {
    this.#drawing = false;
    this.#rows.show(this.#wire.rows());
  }
}
