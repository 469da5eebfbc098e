import type { TraceEvent } from '../trace/event.ts';
import type { Wire } from '../view/wire.ts';

/** Where rows are shown. */
export interface Outlet {
  show(row: string): void;
  /** What was shown and is not taken yet, in bytes. */
  waiting(): number;
  /** Calls once all of that is taken. */
  drained(call: () => void): void;
}

/** What is drawn in one turn of the event loop, in bytes of the wire: each takes some six on the screen. */
const mostInTurn = 65_536;
/** What may wait to be taken, in bytes. */
const mostWaiting = 262_144;

/**
 * The bytes of a server or a client as they come and go, for `--wire`. Nobody waits for the screen: what
 * it cannot take in time is left out, and a line says so.
 */
export class WireFeed {
  readonly #wire: Wire;
  readonly #outlet: Outlet;
  #drawing = false;
  /** Bytes that may still be drawn in this turn. */
  #room = mostInTurn;
  #leftOut = 0;
  /** Until the screen has taken what waits. */
  #stuck = false;

  constructor(wire: Wire, outlet: Outlet) {
    this.#wire = wire;
    this.#outlet = outlet;
  }

  take(event: TraceEvent): void {
    if (event.what !== 'chunk' || this.#fits(event.size ?? 0)) this.#wire.add(event);
    else {
      this.#wire.skip(event);
      this.#leftOut++;
    }
    this.#drawSoon();
  }

  close(): void {
    this.#draw();
    this.#sayWhatIsMissing();
  }

  /** Once something was left out, all that follows in this turn is: a smaller chunk behind it is no better. */
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
    for (const row of this.#wire.rows()) this.#outlet.show(row);
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
