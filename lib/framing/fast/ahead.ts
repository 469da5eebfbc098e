/** For a slice under so many bytes a longer batch is taken out: */
const SHORT = 2_048;
/** so many times as long, */
const TIMES = 8;
/** or of so many bytes, if that is more. All of it may stay alive with one slice that is kept. */
const SPAN = 384;
/** Whether slices can be made is asked for so many bytes together: the longest batch. */
const JUDGED = SHORT * TIMES;

/** How bytes `start` to `end` are taken out. */
export interface Slicing<Batch, Slice = Batch> {
  alone(bytes: Buffer, start: number, end: number): Slice;
  /** Whether slices can be made of these bytes, taken out together. */
  canSlice(bytes: Buffer, start: number, end: number): boolean;
  together(bytes: Buffer, start: number, end: number): Batch;
  slice(batch: Batch, start: number, end: number): Slice;
}

/** Takes out a batch: the bytes asked for and those after them. The next slices come from the batch. */
export class Ahead<Batch, Slice = Batch> {
  readonly #slicing: Slicing<Batch, Slice>;
  /** Bytes `#from` to `#to`. */
  #batch: Batch | undefined;
  #from = 0;
  #to = -1;
  /** A shorter slice would keep too much alive. */
  #least = 0;
  /** Bytes `#judgedFrom` to `#judgedTo` can be sliced, or they cannot. */
  #judgedFrom = 0;
  #judgedTo = 0;
  #canSlice = true;

  constructor(slicing: Slicing<Batch, Slice>) {
    this.#slicing = slicing;
  }

  /** Call this before the bytes change. */
  forget(): void {
    this.#batch = undefined;
    this.#to = -1;
    this.#judgedTo = 0;
  }

  /** Bytes `start` to `end` of the first `filled` ones. */
  slice(bytes: Buffer, start: number, end: number, filled: number): Slice {
    const batch = this.#batch;
    const from = start - this.#from;
    const size = end - start;
    return batch === undefined || from < 0 || end > this.#to || size < this.#least
      ? this.#other(bytes, start, end, filled)
      : this.#slicing.slice(batch, from, from + size);
  }

  #other(bytes: Buffer, start: number, end: number, filled: number): Slice {
    const tooShort = start >= this.#from && end <= this.#to;
    const batch = tooShort ? undefined : this.take(bytes, start, end, filled);
    return batch === undefined
      ? this.#slicing.alone(bytes, start, end)
      : this.#slicing.slice(batch, 0, end - start);
  }

  /** A batch for slices like `start` to `end`; `undefined`: these are better taken out alone. */
  take(bytes: Buffer, start: number, end: number, filled: number): Batch | undefined {
    const size = end - start;
    const to = Math.min(filled, start + spanOf(size));
    const last = to - end < size;
    if (last || !this.#judge(bytes, start, to, filled)) return undefined;
    this.#from = start;
    this.#to = to;
    this.#least = leastOf(to - start);
    this.#batch = this.#slicing.together(bytes, start, to);
    return this.#batch;
  }

  #judge(bytes: Buffer, start: number, end: number, filled: number): boolean {
    if (start < this.#judgedFrom || end > this.#judgedTo) {
      this.#judgedFrom = start;
      this.#judgedTo = Math.min(filled, start + JUDGED);
      this.#canSlice = this.#slicing.canSlice(bytes, start, this.#judgedTo);
    }
    return this.#canSlice;
  }
}

/** How much to take out for slices of about `size` bytes; 0: they are long enough. */
export const spanOf = (size: number) =>
  size < SHORT ? Math.max(SPAN, TIMES * size) : 0;

/** The shortest slice that may be made of a batch of so many bytes. */
export const leastOf = (batch: number) => (batch > SPAN ? Math.ceil(batch / TIMES) : 0);
