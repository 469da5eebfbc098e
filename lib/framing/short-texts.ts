import { leastOf, spanOf } from './ahead.ts';
import type { Decoder } from './codec.ts';
import type { FrameDecoder } from './frame-decoder.ts';
import type { Stretch } from './utf8.ts';

/** How texts end on the wire: in `mark`, which is ASCII; a CR before it belongs to it if `orCr`. */
export interface Ending {
  readonly mark: string;
  readonly orCr?: boolean;
}

const CR = 0x0d;
/** UTF-8 takes at most so many bytes for what is one character to a string. */
const WIDEST = 3;
const NOTHING: Stretch = { text: '', size: 0 };

/**
 * Delimited texts, most of them by a short way. With a text in UTF-8, within the limit, nothing
 * can be wrong: as many as end in the next few bytes are decoded together, and cut from there one
 * after the other. Whatever else comes goes the long way, through `frames`.
 */
export class ShortTexts implements Decoder<string> {
  readonly #frames: FrameDecoder<string>;
  readonly #mark: string;
  /** Its last byte. */
  readonly #last: number;
  readonly #orCr: boolean;
  readonly #limit: number;
  /** Characters within the limit, whatever they are. */
  readonly #wide: number;
  /** The next bytes, whatever comes behind them; the characters before `#at` are read. */
  #stretch = NOTHING;
  #at = 0;
  /** Whoever keeps a shorter text would keep too much alive. */
  #least = 0;
  /** A longer one may be over the limit. */
  #most = 0;
  /** How long the last text was: the next may be like it. */
  #size = 0;
  /** A text goes the long way: before it has come, the short one is not tried again. */
  #inVain = false;

  constructor(
    frames: FrameDecoder<string>,
    { mark, orCr = false }: Ending,
    limit: number,
  ) {
    this.#frames = frames;
    this.#mark = mark;
    this.#last = mark.charCodeAt(mark.length - 1);
    this.#orCr = orCr;
    this.#limit = limit;
    this.#wide = Math.floor(limit / WIDEST);
  }

  get buffered(): number {
    return this.#frames.buffered - this.#passed;
  }

  push(chunk: Uint8Array): void {
    this.#frames.push(chunk);
  }

  read(): string | undefined {
    return this.#inVain ? this.#readThere() : (this.#cut() ?? this.#cutOn());
  }

  end(): void {
    this.#settle();
    this.#frames.end();
  }

  #cut(): string | undefined {
    const { text } = this.#stretch;
    const start = this.#at;
    const end = text.indexOf(this.#mark, start);
    const size = end - start;
    if (size < this.#least || size > this.#most) {
      if (size >= 0) this.#size = size;
      return undefined;
    }
    this.#at = end + this.#mark.length;
    // What is before an empty text is another's mark, or nothing.
    const cr = this.#orCr && text.charCodeAt(end - 1) === CR;
    return text.slice(start, cr ? end - 1 : end);
  }

  #cutOn(): string | undefined {
    this.#settle();
    this.#takeOut();
    const text = this.#cut();
    if (text !== undefined) return text;
    this.#settle();
    return this.#readThere();
  }

  #readThere(): string | undefined {
    this.#inVain = true;
    const text = this.#frames.read();
    if (text === undefined) return undefined;
    this.#inVain = false;
    this.#size = text.length;
    return text;
  }

  #takeOut(): void {
    const stretch = this.#next();
    if (stretch === undefined) return;
    const { text, size } = stretch;
    const ascii = text.length === size;
    this.#stretch = stretch;
    // V8 takes two bytes for each character once one is beyond Latin-1.
    this.#least = leastOf(ascii ? size : 2 * text.length);
    this.#most = ascii ? this.#limit : this.#wide;
  }

  #next(): Stretch | undefined {
    const { coming } = this.#frames;
    const size = this.#size;
    if (coming === undefined || coming.length < 2 * size) return undefined;
    const text = coming.ascii(size);
    if (text !== undefined) return { text, size: text.length };
    if (size > this.#wide) return undefined;
    return coming.textTo(this.#last, spanOf(size) / 2);
  }

  /** Here nothing is left; there, what was read here is read too. */
  #settle(): void {
    const passed = this.#passed;
    if (passed > 0) this.#frames.pass(passed);
    this.#stretch = NOTHING;
    this.#at = 0;
  }

  /** Bytes read here, which there are unread. */
  get #passed(): number {
    const { text, size } = this.#stretch;
    const at = this.#at;
    if (text.length === size) return at;
    return at === text.length ? size : Buffer.byteLength(text.slice(0, at));
  }
}
