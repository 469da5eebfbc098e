import { leastOf } from './ahead.ts';
import type { Decoder } from './codec.ts';
import type { FrameDecoder } from './frame-decoder.ts';

/** How texts end on the wire: in `mark`, which is ASCII; a CR before it belongs to it if `orCr`. */
export interface Ending {
  readonly mark: string;
  readonly orCr?: boolean;
}

const CR = 0x0d;

/**
 * Delimited texts, most of them by a short way. With a text in ASCII, within the limit, nothing can
 * be wrong: as many as end in the next few bytes are cut from them, one after the other. Whatever
 * else comes goes the long way, through `frames`.
 */
export class ShortTexts implements Decoder<string> {
  readonly #frames: FrameDecoder<string>;
  readonly #mark: string;
  readonly #orCr: boolean;
  readonly #limit: number;
  /** The next unread bytes, whatever comes behind them; those before `#at` are read. */
  #stretch = '';
  #at = 0;
  /** Whoever keeps a shorter text would keep too much alive. */
  #least = 0;
  /** How long the last text was: the next may be like it. */
  #size = 0;
  /** No text ends in what could be taken out: the next comes the long way. */
  #inVain = false;

  constructor(
    frames: FrameDecoder<string>,
    { mark, orCr = false }: Ending,
    limit: number,
  ) {
    this.#frames = frames;
    this.#mark = mark;
    this.#orCr = orCr;
    this.#limit = limit;
  }

  get buffered(): number {
    return this.#frames.buffered - this.#at;
  }

  push(chunk: Uint8Array): void {
    this.#frames.push(chunk);
  }

  read(): string | undefined {
    if (this.#inVain) return this.#readThere();
    const start = this.#at;
    const end = this.#stretch.indexOf(this.#mark, start);
    const size = end - start;
    if (size < this.#least || size > this.#limit) return this.#readOn(size);
    this.#at = end + this.#mark.length;
    // What is before an empty text is another's mark, or nothing.
    const cr = this.#orCr && this.#stretch.charCodeAt(end - 1) === CR;
    return this.#stretch.slice(start, cr ? end - 1 : end);
  }

  end(): void {
    this.#settle();
    this.#frames.end();
  }

  /** `size`: of a text that cannot be cut from this stretch; below 0: none ends in it. */
  #readOn(size: number): string | undefined {
    this.#settle();
    if (size >= 0) this.#size = size;
    const again = size <= this.#limit && this.#takeOut();
    return again ? this.read() : this.#readThere();
  }

  #readThere(): string | undefined {
    this.#inVain = true;
    const text = this.#frames.read();
    if (text === undefined) return undefined;
    this.#inVain = false;
    this.#size = text.length;
    return text;
  }

  #takeOut(): boolean {
    const stretch = this.#frames.ascii(this.#size);
    if (!stretch?.includes(this.#mark)) return false;
    this.#stretch = stretch;
    this.#least = leastOf(stretch.length);
    return true;
  }

  /** Here nothing is left; there, what was read here is read too. */
  #settle(): void {
    if (this.#at > 0) this.#frames.pass(this.#at);
    this.#stretch = '';
    this.#at = 0;
    this.#least = 0;
  }
}
