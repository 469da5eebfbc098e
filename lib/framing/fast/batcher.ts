/** Slices shorter than this many bytes are extracted in batches. */
const SHORT = 2_048;
/** A batch is this many times as long as the slice that starts it, */
const TIMES = 8;
/** but at least this many bytes. Keeping one slice may keep the whole batch alive. */
export const SPAN = 384;
/** How many bytes one call of `canSlice` checks: as many as the longest batch has. */
const CHECKED = SHORT * TIMES;

/** Extracts bytes `start` to `end` (not included) from a buffer, as a copy or as text. */
export interface Extractor<Batch, Slice = Batch> {
  /** Extracts one slice on its own. */
  one(buffer: Buffer, start: number, end: number): Slice;
  /** Whether a batch of these bytes could be sliced at byte positions. */
  canSlice(buffer: Buffer, start: number, end: number): boolean;
  /** Extracts a whole batch. */
  batch(buffer: Buffer, start: number, end: number): Batch;
  /** Slices one out of a batch. */
  slice(batch: Batch, start: number, end: number): Slice;
}

/**
 * Extracts many short slices cheaply: the bytes that follow a short slice are extracted along with
 * it, as one batch, and the next slices come from that batch.
 */
export class Batcher<Batch, Slice = Batch> {
  readonly #extractor: Extractor<Batch, Slice>;
  /** The current batch: bytes `#from` to `#to` of the buffer. */
  #batch: Batch | undefined;
  #from = 0;
  #to = -1;
  /** The shortest slice that may be made: a shorter one would keep too much memory alive. */
  #least = 0;
  /** `#canSlice` is the result of the last check, of bytes `#checkedFrom` to `#checkedTo`. */
  #checkedFrom = 0;
  #checkedTo = 0;
  #canSlice = true;

  constructor(extractor: Extractor<Batch, Slice>) {
    this.#extractor = extractor;
  }

  /** Discards the batch. Call this before the buffer's bytes change or move. */
  forget(): void {
    this.#batch = undefined;
    this.#to = -1;
    this.#checkedTo = 0;
  }

  /** Returns bytes `start` to `end` of the buffer, of which the first `filled` bytes hold data. */
  slice(buffer: Buffer, start: number, end: number, filled: number): Slice {
    const batch = this.#batch;
    const from = start - this.#from;
    const size = end - start;
    return batch === undefined || from < 0 || end > this.#to || size < this.#least
      ? this.#other(buffer, start, end, filled)
      : this.#extractor.slice(batch, from, from + size);
  }

  #other(buffer: Buffer, start: number, end: number, filled: number): Slice {
    // Inside the batch, but too short to be sliced from it.
    const tooShort = start >= this.#from && end <= this.#to;
    const batch = tooShort ? undefined : this.start(buffer, start, end, filled);
    return batch === undefined
      ? this.#extractor.one(buffer, start, end)
      : this.#extractor.slice(batch, 0, end - start);
  }

  /**
   * Starts a new batch at `start`, for slices about as long as `start` to `end`. Returns
   * `undefined` if a batch does not pay: no second slice of that length would fit, or the bytes
   * cannot be sliced.
   */
  start(buffer: Buffer, start: number, end: number, filled: number): Batch | undefined {
    const size = end - start;
    const to = Math.min(filled, start + spanOf(size));
    const last = to - end < size;
    if (last || !this.#check(buffer, start, to, filled)) return undefined;
    this.#from = start;
    this.#to = to;
    this.#least = leastOf(to - start);
    this.#batch = this.#extractor.batch(buffer, start, to);
    return this.#batch;
  }

  #check(buffer: Buffer, start: number, end: number, filled: number): boolean {
    if (start < this.#checkedFrom || end > this.#checkedTo) {
      this.#checkedFrom = start;
      this.#checkedTo = Math.min(filled, start + CHECKED);
      this.#canSlice = this.#extractor.canSlice(buffer, start, this.#checkedTo);
    }
    return this.#canSlice;
  }
}

/** The length of a batch for slices of about `size` bytes; 0 if they are long enough alone. */
export const spanOf = (size: number) =>
  size < SHORT ? Math.max(SPAN, TIMES * size) : 0;

/** The shortest slice that may be made of a batch that takes `batch` bytes of memory. */
export const leastOf = (batch: number) => (batch > SPAN ? Math.ceil(batch / TIMES) : 0);
