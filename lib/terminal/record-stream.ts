import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { TraceEvent } from '../trace/event.ts';
import { toJsonLines } from '../trace/jsonl.ts';

/** What may wait for the disk, in bytes. */
const most = 4_194_304;

/**
 * A record that is written as it comes. Nobody waits for the disk: what it cannot take in time is left
 * out, and leaves a hole in the numbers, by which every reader knows that the record is not whole.
 */
export class RecordStream {
  readonly #file: Writable;
  #full = false;
  /** The last event with a number, if it is left out. */
  #hole: TraceEvent | undefined;
  /** Events that are not in the file. */
  leftOut = 0;

  constructor(file: Writable) {
    this.#file = file;
    // It is told when the record is closed.
    file.on('error', () => {});
  }

  take(event: TraceEvent): void {
    const waiting = this.#file.writableLength;
    if (waiting > most) this.#full = true;
    // Not before there is a hole in the numbers.
    else if (waiting === 0 && this.#hole !== undefined) this.#full = false;
    if (this.#full) this.#leaveOut(event);
    else this.#write(event);
  }

  /** Rejects where the file could not be written. */
  async close(): Promise<void> {
    // Behind the last number there is no hole: so the last event is in the file.
    if (this.#hole !== undefined) {
      this.#write(this.#hole);
      this.leftOut--;
    }
    this.#file.end();
    await finished(this.#file);
  }

  #write(event: TraceEvent): void {
    this.#hole = undefined;
    this.#file.write(toJsonLines([event]));
  }

  #leaveOut(event: TraceEvent): void {
    this.leftOut++;
    if (event.n > 0) this.#hole = event;
  }
}
