/** Pieces under so many bytes are cut from a longer stretch: */
const SHORT = 2_048;
/** of so many times their length, */
const TIMES = 8;
/** and of at least so many bytes. All of it may stay alive with one piece that is kept. */
const SPAN = 256;
/** Whether bytes can be cut is asked for so many at once. */
const JUDGED = 16_384;

interface Searchable<What> {
  indexOf(what: What, from: number): number;
}

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
export class Ahead<What, Stretch extends Searchable<What>, Piece = Stretch> {
  readonly #taking: Taking<Stretch, Piece>;
  /** Bytes `#from` to `#to`. */
  #stretch: Stretch | undefined;
  #from = 0;
  #to = -1;
  /** A shorter piece would keep too much alive. */
  #least = 0;
  /** Bytes before this one can be cut; or they cannot. */
  #judged = 0;
  #canCut = true;

  constructor(taking: Taking<Stretch, Piece>) {
    this.#taking = taking;
  }

  /** To be called before the bytes change. */
  forget(): void {
    this.#stretch = undefined;
    this.#to = -1;
    this.#judged = 0;
  }

  /** Where `what` is in what is taken out, from byte `start` on; -1: not there. */
  indexOf(what: What, start: number): number {
    const stretch = this.#stretch;
    const from = start - this.#from;
    if (stretch === undefined || from < 0) return -1;
    const found = stretch.indexOf(what, from);
    return found < 0 ? -1 : found + this.#from;
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
    const size = end - start;
    const to = Math.min(filled, start + Math.max(SPAN, TIMES * size));
    const taken = start >= this.#from && end <= this.#to;
    const last = to - end < size;
    if (taken || last || size >= SHORT || !this.#judge(room, start, to, filled))
      return this.#taking.alone(room, start, end);
    this.#stretch = this.#taking.together(room, start, to);
    this.#from = start;
    this.#to = to;
    this.#least = to - start > SPAN ? size : 0;
    return this.#taking.cut(this.#stretch, 0, size);
  }

  #judge(room: Buffer, start: number, end: number, filled: number): boolean {
    if (end > this.#judged) {
      this.#judged = Math.min(filled, start + JUDGED);
      this.#canCut = this.#taking.canCut(room, start, this.#judged);
    }
    return this.#canCut;
  }
}
