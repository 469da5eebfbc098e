import { bytes } from '../bytes.ts';
import type { Decoder } from '../codec.ts';
import type { TextEnd } from '../kind.ts';
import { type Batch, NOTHING } from './batch.ts';
import { leastOf, SPAN, spanOf } from './batcher.ts';
import type { FastReceiveBuffer } from './fast-receive-buffer.ts';
import { TextCutter } from './text-cutter.ts';

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
  /** The last byte of the mark. */
  readonly #last: number;
  readonly #cutter: TextCutter;
  /** Whether a text goes the long way: until it has arrived, the short way is not tried again. */
  #inVain = false;
  /** How many bytes the batch has, if it is a whole chunk, which is not in the buffer. */
  #past = 0;
  /** Whether the last text was cut out of a batch, or there was nothing to read. */
  #short = true;

  constructor(
    received: FastReceiveBuffer,
    frames: Decoder<string>,
    end: TextEnd,
    limit: number,
  ) {
    this.#received = received;
    this.#frames = frames;
    this.#last = end.mark.charCodeAt(end.mark.length - 1);
    this.#cutter = new TextCutter(end, limit);
  }

  get buffered(): number {
    return (this.#past || this.#received.length) - this.#cutter.read;
  }

  get taken(): number {
    return this.#short ? this.#cutter.taken : this.#frames.taken;
  }

  push(chunk: Uint8Array): void {
    if (this.#takeWhole(chunk)) return;
    if (this.#past > 0) this.#settle();
    this.#frames.push(chunk);
  }

  read(): string | undefined {
    if (this.#inVain) return this.#readThere();
    const text = this.#cutter.cut();
    this.#short = text !== undefined;
    return text ?? this.#cutOn();
  }

  end(): void {
    this.#settle();
    // An error may come before what is unread now, and only `frames` knows it.
    this.#inVain = true;
    this.#frames.end();
  }

  #cutOn(): string | undefined {
    this.#settle();
    this.#short = true;
    if (this.#received.length === 0) return undefined;
    this.#takeOut();
    const text = this.#cutter.cut();
    if (text !== undefined) return text;
    this.#settle();
    return this.#readThere();
  }

  #readThere(): string | undefined {
    this.#inVain = true;
    this.#short = false;
    const text = this.#frames.read();
    if (text === undefined) return undefined;
    this.#inVain = false;
    this.#cutter.size = text.length;
    return text;
  }

  /** Most chunks of a slow talk are a text or two: such a chunk is the batch itself. */
  #takeWhole(chunk: Uint8Array): boolean {
    const { length } = chunk;
    const small = length <= SPAN && chunk[length - 1] === this.#last;
    if (!small || this.#inVain || this.buffered > 0) return false;
    const text = bytes.toText(chunk, 0, length);
    if (text === undefined) return false;
    this.#settle();
    this.#cutter.begin({ text, size: length }, 0);
    this.#past = length;
    return true;
  }

  #takeOut(): void {
    const batch = this.#next();
    if (batch === undefined) return;
    const { text, size } = batch;
    // V8 takes two bytes for each character if one is beyond Latin-1.
    this.#cutter.begin(batch, leastOf(text.length === size ? size : 2 * text.length));
  }

  #next(): Batch | undefined {
    const received = this.#received;
    const { size, wide } = this.#cutter;
    if (received.length < 2 * size) return undefined;
    const text = received.ascii(size);
    if (text !== undefined) return { text, size: text.length };
    return size > wide ? undefined : received.textTo(this.#last, spanOf(size) / 2);
  }

  /** Discards the batch, and leaves in the buffer what was not read of it. */
  #settle(): void {
    const { read } = this.#cutter;
    const rest = this.#past > read ? this.#cutter.rest : '';
    if (this.#past > 0) this.#received.pass(read);
    else if (read > 0) this.#received.drop(read);
    this.#cutter.begin(NOTHING, 0);
    this.#past = 0;
    if (rest !== '') this.#frames.push(bytes.fromText(rest));
  }
}
