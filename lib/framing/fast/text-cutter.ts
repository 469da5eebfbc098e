import type { TextEnd } from '../kind.ts';
import { type Batch, NOTHING } from './batch.ts';

const CR = 0x0d;
/** UTF-8 takes at most this many bytes for what JavaScript counts as one character. */
export const WIDEST = 3;

/** Cuts texts that end in a mark out of a batch, one after the other. */
export class TextCutter {
  /** How many characters are within the limit, whatever they are. */
  readonly wide: number;
  /** How long the last text was: the next one may have the same length. */
  size = 0;
  readonly #mark: string;
  readonly #orCr: boolean;
  readonly #limit: number;
  /** The next bytes of the stream. The characters before `#at` are read. */
  #batch = NOTHING;
  #at = 0;
  /** Where in the batch the last text began. */
  #from = 0;
  /** The shortest text that may be sliced: a shorter one would keep too much memory alive. */
  #least = 0;
  /** The longest text that may be sliced: a longer one may be over the limit. */
  #most = 0;

  constructor({ mark, orCr = false }: TextEnd, limit: number) {
    this.wide = Math.floor(limit / WIDEST);
    this.#mark = mark;
    this.#orCr = orCr;
    this.#limit = limit;
  }

  /** Discards the batch for the next one. Texts shorter than `least` are not cut from it. */
  begin(batch: Batch, least: number): void {
    const ascii = batch.text.length === batch.size;
    this.#batch = batch;
    this.#from = this.#at = 0;
    this.#least = least;
    this.#most = ascii ? this.#limit : this.wide;
  }

  /** Returns the next text, or `undefined` if there is none that may be cut. */
  cut(): string | undefined {
    const { text } = this.#batch;
    const start = this.#at;
    const end = text.indexOf(this.#mark, start);
    const size = end - start;
    if (size < this.#least || size > this.#most) {
      if (size >= 0) this.size = size;
      return undefined;
    }
    this.#from = start;
    this.#at = end + this.#mark.length;
    // Before an empty text is the mark of another, or nothing.
    const cr = this.#orCr && text.charCodeAt(end - 1) === CR;
    return text.slice(start, cr ? end - 1 : end);
  }

  /** How many bytes of the batch are read. */
  get read(): number {
    return this.#sizeOf(0);
  }

  /** How many bytes the text has that was cut last, with its mark. */
  get taken(): number {
    return this.#sizeOf(this.#from);
  }

  /** What is left of the batch. */
  get rest(): string {
    return this.#batch.text.slice(this.#at);
  }

  /** How many bytes there are from a character up to `#at`. */
  #sizeOf(from: number): number {
    const { text, size } = this.#batch;
    const to = this.#at;
    if (text.length === size) return to - from;
    if (from === 0 && to === text.length) return size;
    return Buffer.byteLength(text.slice(from, to));
  }
}
