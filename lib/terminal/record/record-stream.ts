import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { TraceEvent } from '../../trace/event.ts';
import { toJsonLines } from '../../trace/jsonl.ts';

/** The most characters that may wait for the disk. */
const most = 2_097_152;
/** Lines are written together once they have this many characters, or when the turn of the event loop ends. */
const together = 65_536;

/**
 * Writes a record while the program runs. Nobody waits for the disk: what it cannot take in time is left
 * out, and leaves a gap in the numbers, which shows every reader that the record is not whole.
 */
export class RecordStream {
  readonly #file: Writable;
  /** Lines that are not written yet. A write for each would cost more memory than the lines. */
  #lines = '';
  #full = false;
  /** The last event with a number, if it is left out. */
  #hole: TraceEvent | undefined;
  /** Events that are not in the file. */
  leftOut = 0;

  constructor(file: Writable) {
    this.#file = file;
    // An error is reported when the record is closed.
    file.on('error', () => {});
  }

  take(event: TraceEvent): void {
    const { writableLength: waiting } = this.#file;
    if (waiting + this.#lines.length > most) this.#full = true;
    // Writing goes on only after a numbered event was left out, so that the gap shows.
    else if (waiting === 0 && this.#hole !== undefined) this.#full = false;
    if (this.#full) this.#leaveOut(event);
    else this.#write(event);
  }

  /** Writes the rest. Rejects if the file could not be written. */
  async close(): Promise<void> {
    // A gap after the last number would not show, so the last event is always in the file.
    if (this.#hole !== undefined) {
      this.#write(this.#hole);
      this.leftOut--;
    }
    this.#flush();
    this.#file.end();
    await finished(this.#file);
  }

  #write(event: TraceEvent): void {
    this.#hole = undefined;
    if (this.#lines === '') setImmediate(() => this.#flush());
    this.#lines += toJsonLines([event]);
    if (this.#lines.length > together) this.#flush();
  }

  #flush(): void {
    if (this.#lines !== '') this.#file.write(this.#lines);
    this.#lines = '';
  }

  #leaveOut(event: TraceEvent): void {
    this.leftOut++;
    if (event.n > 0) this.#hole = event;
  }
}
