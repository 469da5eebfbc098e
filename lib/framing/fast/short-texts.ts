import type { Decoder } from '../codec.ts';
import type { TextEnd } from '../kind.ts';
import { type Batch, NOTHING, sizeOf } from './batch.ts';
import { leastOf, spanOf } from './batcher.ts';
import type { FastReceiveBuffer } from './fast-receive-buffer.ts';

const CR = 0x0d;
/** UTF-8 takes at most this many bytes for what JavaScript counts as one character. */
const WIDEST = 3;

/**
 * Reads delimited texts, most of them by a short way. Nothing can be wrong with a text that is
 * UTF-8 and within the limit, so all texts that end in the next few bytes are decoded together,
 * as one batch, and sliced from it one after the other. Everything else goes the long way,
 * through `frames`.
 */
export class ShortTexts implements Decoder<string> {
  /** The buffer that `frames` reads from. */
  readonly #received: FastReceiveBuffer;
  readonly #frames: Decoder<string>;
  readonly #mark: string;
  /** The last byte of the mark. */
  readonly #last: number;
  readonly #orCr: boolean;
  readonly #limit: number;
  /** How many characters are within the limit, whatever they are. */
  readonly #wide: number;
  /** The next bytes of the stream. The characters before `#at` are read. */
  #batch = NOTHING;
  #at = 0;
  /** Where in the batch the last text began. */
  #from = 0;
  /** The shortest text that may be sliced: a shorter one would keep too much memory alive. */
  #least = 0;
  /** The longest text that may be sliced: a longer one may be over the limit. */
  #most = 0;
  /** How long the last text was: the next one may have the same length. */
  #size = 0;
  /** Whether a text goes the long way: until it has arrived, the short way is not tried again. */
  #inVain = false;

  constructor(
    received: FastReceiveBuffer,
    frames: Decoder<string>,
    { mark, orCr = false }: TextEnd,
    limit: number,
  ) {
    this.#received = received;
    this.#frames = frames;
    this.#mark = mark;
    this.#last = mark.charCodeAt(mark.length - 1);
    this.#orCr = orCr;
    this.#limit = limit;
    this.#wide = Math.floor(limit / WIDEST);
  }

  get buffered(): number {
    return this.#frames.buffered - this.#read;
  }

  get taken(): number {
    return this.#at > 0
      ? sizeOf(this.#batch, this.#from, this.#at)
      : this.#frames.taken;
  }

  push(chunk: Uint8Array): void {
    this.#frames.push(chunk);
  }

  read(): string | undefined {
    return this.#inVain ? this.#readThere() : (this.#cut() ?? this.#cutOn());
  }

  end(): void {
    this.#settle();
    // An error may come before what is unread now, and only `frames` knows it.
    this.#inVain = true;
    this.#frames.end();
  }

  #cut(): string | undefined {
    const { text } = this.#batch;
    const start = this.#at;
    const end = text.indexOf(this.#mark, start);
    const size = end - start;
    if (size < this.#least || size > this.#most) {
      if (size >= 0) this.#size = size;
      return undefined;
    }
    this.#from = start;
    this.#at = end + this.#mark.length;
    // Before an empty text is the mark of another, or nothing.
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
    const batch = this.#next();
    if (batch === undefined) return;
    const { text, size } = batch;
    const ascii = text.length === size;
    this.#batch = batch;
    // V8 takes two bytes for each character if one is beyond Latin-1.
    this.#least = leastOf(ascii ? size : 2 * text.length);
    this.#most = ascii ? this.#limit : this.#wide;
  }

  #next(): Batch | undefined {
    const received = this.#received;
    const size = this.#size;
    if (received.length < 2 * size) return undefined;
    const text = received.ascii(size);
    if (text !== undefined) return { text, size: text.length };
    if (size > this.#wide) return undefined;
    return received.textTo(this.#last, spanOf(size) / 2);
  }

  /** Discards the batch, and drops from the buffer what was read of it. */
  #settle(): void {
    if (this.#at > 0) this.#received.drop(this.#read);
    this.#batch = NOTHING;
    this.#at = 0;
  }

  /** How many bytes of the batch are read. */
  get #read(): number {
    return sizeOf(this.#batch, 0, this.#at);
  }
}
