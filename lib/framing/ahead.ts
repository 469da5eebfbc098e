/** For a piece under so many bytes a longer stretch is taken out: */
const SHORT = 2_048;
/** so many times as long, */
const TIMES = 8;
/** or of so many bytes, if that is more. All of it may stay alive with one piece that is kept. */
const SPAN = 384;
/** Whether bytes can be cut is asked for so many at once: the longest stretch. */
const JUDGED = SHORT * TIMES;

/** How bytes `start` to `end` of a room are taken out of it. */
export interface Taking<Stretch, Piece = Stretch> {
  alone(room: Buffer, start: number, end: number): Piece;
  /** Whether pieces can be cut from these bytes, taken out together. */
  canCut(room: Buffer, start: number, end: number): boolean;
  together(room: Buffer, start: number, end: number): Stretch;
  cut(stretch: Stretch, start: number, end: number): Piece;
}

/**
 * To take out a few bytes takes a call, or memory outside of V8's heap, that costs more than the
 * bytes. So those behind them are taken out as well, and one piece after the other is cut from
 * there.
 */
export class Ahead<Stretch, Piece = Stretch> {
  readonly #taking: Taking<Stretch, Piece>;
  /** Bytes `#from` to `#to`. */
  #stretch: Stretch | undefined;
  #from = 0;
  #to = -1;
  /** A shorter piece would keep too much alive. */
  #least = 0;
  /** Bytes `#judgedFrom` to `#judgedTo` can be cut, or they cannot. */
  #judgedFrom = 0;
  #judgedTo = 0;
  #canCut = true;

  constructor(taking: Taking<Stretch, Piece>) {
    this.#taking = taking;
  }

  /** To be called before the bytes change. */
  forget(): void {
    this.#stretch = undefined;
    this.#to = -1;
    this.#judgedTo = 0;
  }

  /** Bytes `start` to `end` of the `filled` ones in the room. */
  piece(room: Buffer, start: number, end: number, filled: number): Piece {
    const stretch = this.#stretch;
    const from = start - this.#from;
    const size = end - start;
    return stretch === undefined || from < 0 || end > this.#to || size < this.#least
      ? this.#other(room, start, end, filled)
      : this.#taking.cut(stretch, from, from + size);
  }

  #other(room: Buffer, start: number, end: number, filled: number): Piece {
    const tooShort = start >= this.#from && end <= this.#to;
    const stretch = tooShort ? undefined : this.take(room, start, end, filled);
    return stretch === undefined
      ? this.#taking.alone(room, start, end)
      : this.#taking.cut(stretch, 0, end - start);
  }

  /** A stretch for pieces like `start` to `end`; `undefined`: these are better taken out alone. */
  take(room: Buffer, start: number, end: number, filled: number): Stretch | undefined {
    const size = end - start;
    const to = Math.min(filled, start + spanOf(size));
    const last = to - end < size;
    if (last || !this.#judge(room, start, to, filled)) return undefined;
    this.#from = start;
    this.#to = to;
    this.#least = leastOf(to - start);
    this.#stretch = this.#taking.together(room, start, to);
    return this.#stretch;
  }

  #judge(room: Buffer, start: number, end: number, filled: number): boolean {
    if (start < this.#judgedFrom || end > this.#judgedTo) {
      this.#judgedFrom = start;
      this.#judgedTo = Math.min(filled, start + JUDGED);
      this.#canCut = this.#taking.canCut(room, start, this.#judgedTo);
    }
    return this.#canCut;
  }
}

/** How much to take out for pieces of about `size` bytes; 0: they are long enough. */
export const spanOf = (size: number) =>
  size < SHORT ? Math.max(SPAN, TIMES * size) : 0;

/** The shortest piece that may be cut from a stretch of so many bytes. */
export const leastOf = (stretch: number) =>
  stretch > SPAN ? Math.ceil(stretch / TIMES) : 0;
