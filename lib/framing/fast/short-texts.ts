import type { Decoder } from '../codec.ts';
import type { TextEnd } from '../kind.ts';
import { leastOf, spanOf } from './ahead.ts';
import type { Batch, FastReceiveBuffer } from './fast-receive-buffer.ts';

const CR = 0x0d;
/** UTF-8 takes at most so many bytes for what is one character to a string. */
const WIDEST = 3;
const NOTHING: Batch = { text: '', size: 0 };

/**
 * Delimited texts, most of them by a short way. Nothing can be wrong with a text that is UTF-8 and
 * within the limit: so all texts that end in the next few bytes are decoded together, and sliced
 * from there one after the other. Everything else goes the long way, through `frames`.
 */
export class ShortTexts implements Decoder<string> {
  /** What `frames` reads from. */
  readonly #received: FastReceiveBuffer;
  readonly #frames: Decoder<string>;
  readonly #mark: string;
  /** Its last byte. */
  readonly #last: number;
  readonly #orCr: boolean;
  readonly #limit: number;
  /** Characters within the limit, whatever they are. */
  readonly #wide: number;
  /** The next bytes, whatever comes after them; the characters before `#at` are read. */
  #batch = NOTHING;
  #at = 0;
  /** Where in the batch the last text began. */
  #from = 0;
  /** Keeping a shorter text would keep too much alive. */
  #least = 0;
  /** A longer one may be over the limit. */
  #most = 0;
  /** How long the last text was: the next may be like it. */
  #size = 0;
  /** A text goes the long way: until it has come, the short one is not tried again. */
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
    return this.#frames.buffered - this.#sizeOf(0);
  }

  get taken(): number {
    return this.#at > 0 ? this.#sizeOf(this.#from) : this.#frames.taken;
  }

  push(chunk: Uint8Array): void {
    this.#frames.push(chunk);
  }

  read(): string | undefined {
    return this.#inVain ? this.#readThere() : (this.#cut() ?? this.#cutOn());
  }

  end(): void {
    this.#settle();
    // What is unread now may be behind an error, of which only `frames` knows.
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
    const batch = this.#next();
    if (batch === undefined) return;
    const { text, size } = batch;
    const ascii = text.length === size;
    this.#batch = batch;
    // V8 takes two bytes for each character once one is beyond Latin-1.
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

  /** Drops what was read here. `frames` need not know: it searches only for what it reads itself. */
  #settle(): void {
    const read = this.#sizeOf(0);
    if (read > 0) this.#received.drop(read);
    this.#batch = NOTHING;
    this.#at = 0;
  }

  /** How many bytes were read from character `from` of the batch on. */
  #sizeOf(from: number): number {
    const { text, size } = this.#batch;
    const at = this.#at;
    if (text.length === size) return at - from;
    if (from === 0 && at === text.length) return size;
    return Buffer.byteLength(text.slice(from, at));
  }
}
