import type { Decoder } from '../codec.ts';
import type { TextEnd } from '../kind.ts';
import { decodeUtf8 } from '../utf8.ts';
import { type Batch, NOTHING } from './batch.ts';
import { leastOf, SPAN, spanOf } from './batcher.ts';
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
  /** Whether the batch is a whole chunk, which is not in the buffer. */
  #past = false;
  /** Whether the last read found nothing in the buffer. */
  #empty = false;

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
    const pushed = this.#past ? this.#batch.size : this.#received.length;
    return pushed - this.#read;
  }

  get taken(): number {
    if (this.#at > 0) return this.#sizeOf(this.#from, this.#at);
    return this.#empty ? 0 : this.#frames.taken;
  }

  push(chunk: Uint8Array): void {
    if (this.#takeWhole(chunk)) return;
    if (this.#past) this.#settle();
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
    this.#empty = this.#received.length === 0;
    if (this.#empty) return undefined;
    this.#takeOut();
    const text = this.#cut();
    if (text !== undefined) return text;
    this.#settle();
    return this.#readThere();
  }

  #readThere(): string | undefined {
    this.#inVain = true;
    this.#empty = false;
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
    // V8 takes two bytes for each character if one is beyond Latin-1.
    this.#begin(batch, leastOf(text.length === size ? size : 2 * text.length));
  }

  /** Most chunks of a slow talk are a text or two: such a chunk is the batch itself. */
  #takeWhole(chunk: Uint8Array): boolean {
    const { length } = chunk;
    const small = length <= SPAN && chunk[length - 1] === this.#last;
    if (!small || this.#inVain || this.buffered > 0) return false;
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, length);
    const text = decodeUtf8(bytes, 0, length);
    if (text === undefined) return false;
    this.#settle();
    this.#begin({ text, size: length }, 0);
    this.#past = true;
    return true;
  }

  #begin(batch: Batch, least: number): void {
    const { text, size } = batch;
    const ascii = text.length === size;
    this.#batch = batch;
    this.#least = least;
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

  /** Discards the batch, and leaves in the buffer what was not read of it. */
  #settle(): void {
    const { text } = this.#batch;
    const read = this.#read;
    const rest = this.#past ? text.slice(this.#at) : '';
    if (this.#past) this.#received.pass(read);
    else if (read > 0) this.#received.drop(read);
    this.#batch = NOTHING;
    this.#at = 0;
    this.#past = false;
    if (rest !== '') this.#frames.push(Buffer.from(rest));
  }

  /** How many bytes of the batch are read. */
  get #read(): number {
    return this.#sizeOf(0, this.#at);
  }

  /** How many bytes the characters `from` to `to` of the batch have. */
  #sizeOf(from: number, to: number): number {
    const { text, size } = this.#batch;
    if (text.length === size) return to - from;
    if (from === 0 && to === text.length) return size;
    return Buffer.byteLength(text.slice(from, to));
  }
}
