import type { TraceEvent } from '../../trace/event.ts';
import type { HexDump } from '../../view/bytes/hex-dump.ts';

/** Where rows are shown. */
export interface Outlet {
  show(rows: string): void;
  /** What was shown and the screen has not taken yet, in bytes. */
  waiting(): number;
  /** Calls `call` once, when the screen has taken everything. */
  drained(call: () => void): void;
}

/**
 * The most bytes of the wire that are drawn in one turn of the event loop: each takes some six on
 * the screen.
 */
const mostInTurn = 8_192;
/** The most bytes that may wait for the screen. */
const mostWaiting = 65_536;

/**
 * Draws the bytes of a server or a client as they come and go, for `--wire`. Nobody waits for the screen: what
 * it cannot take in time is left out, and a line says so.
 */
export class WireFeed {
  readonly #wire: HexDump;
  readonly #outlet: Outlet;
  #drawing = false;
  /** Bytes that may still be drawn in this turn. */
  #room = mostInTurn;
  #leftOut = 0;
  /** Whether we wait until the screen has taken everything. */
  #stuck = false;

  constructor(wire: HexDump, outlet: Outlet) {
    this.#wire = wire;
    this.#outlet = outlet;
  }

  take(event: TraceEvent): void {
    const isChunk = event.what === 'chunk';
    if (isChunk && !this.#fits(event.size ?? 0)) this.#leaveOut(event);
    else this.#wire.add(event);
    // Frames alone draw nothing, and there may be thousands in a chunk.
    if (isChunk || event.what === 'closed') this.#drawSoon();
  }

  close(): void {
    this.#draw();
    this.#sayWhatIsMissing();
  }

  #leaveOut(chunk: TraceEvent): void {
    this.#wire.skip(chunk);
    this.#leftOut++;
  }

  /** After a chunk was left out, all that follow in this turn are left out too, even smaller ones. */
  #fits(size: number): boolean {
    const fits = size <= this.#room && this.#outlet.waiting() <= mostWaiting;
    this.#room = fits ? this.#room - size : -1;
    return fits;
  }

  /** Where a frame ends is observed right after its bytes: they are drawn together. */
  #drawSoon(): void {
    if (this.#drawing) return;
    this.#drawing = true;
    queueMicrotask(() => this.#draw());
    if (this.#room < mostInTurn) setImmediate(() => this.#beginTurn());
  }

  #draw(): void {
    this.#drawing = false;
    const rows = this.#wire.rows();
    // One write for all: each write that waits costs more memory than its row.
    if (rows.length > 0) this.#outlet.show(rows.join('\n'));
  }

  #beginTurn(): void {
    this.#room = mostInTurn;
    if (this.#leftOut === 0 || this.#stuck) return;
    this.#stuck = this.#outlet.waiting() > mostWaiting;
    if (this.#stuck) this.#outlet.drained(() => this.#goOn());
    else this.#sayWhatIsMissing();
  }

  #goOn(): void {
    this.#stuck = false;
    this.#sayWhatIsMissing();
  }

  #sayWhatIsMissing(): void {
    if (this.#leftOut === 0) return;
    const chunks = `${this.#leftOut.toLocaleString('en')} chunk${this.#leftOut === 1 ? '' : 's'}`;
    this.#leftOut = 0;
    this.#outlet.show(`… ${chunks} not shown: more than can be shown in time`);
  }
}
