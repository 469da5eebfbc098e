import type { Codec } from '../framing/index.ts';
import { Tick } from './tick.ts';

/**
 * All that was said in one tick, as one codec frames it: a line is encoded once for all who share the
 * codec, however many they are. A hub has as many of these as its server has kinds of doors.
 */
export class Encoding<Seat> {
  readonly codec: Codec<string>;
  /** The frame of what was said to all last. */
  last: Uint8Array = nothing;
  #tick = new Tick<Seat>();
  #closed = this.#tick.close();

  constructor(codec: Codec<string>) {
    this.codec = codec;
  }

  /** For all but one. */
  toAll(text: string, except: Seat | undefined): void {
    this.last = this.codec.encode(text);
    this.#tick.toAll(this.last, except);
  }

  /** For one alone. */
  toOne(seat: Seat, text: string): Uint8Array {
    const frame = this.codec.encode(text);
    this.#tick.toOne(seat, frame);
    return frame;
  }

  /** Somebody who hears what is said from now on. */
  hearsFromHere(seat: Seat): void {
    this.#tick.hearsFromHere(seat);
  }

  /** What one seat is to be sent of it so far. */
  take(seat: Seat): readonly Uint8Array[] {
    return this.#tick.take(seat);
  }

  /** Ends the tick, and begins a new one. */
  close(): void {
    this.#closed = this.#tick.close();
    this.#tick = new Tick();
  }

  /** What one seat is to be sent of the tick that ended last. */
  piecesFor(seat: Seat): readonly Uint8Array[] {
    return this.#closed(seat);
  }
}

const nothing = new Uint8Array();
