import { ReceiveBuffer } from '../receive-buffer.ts';
import { Ahead } from './ahead.ts';
import { copies } from './copies.ts';
import { texts } from './texts.ts';

/** V8 keeps a copy of so many bytes in its heap: making one costs no more than slicing one. */
const IN_HEAP = 64;

/** The text of `size` bytes. */
export interface Batch {
  readonly text: string;
  readonly size: number;
}

/** A receive buffer that takes out several slices together. */
export class FastReceiveBuffer extends ReceiveBuffer {
  readonly #texts = new Ahead(texts);
  readonly #copies = new Ahead(copies);
  /** Some bytes before this place in the stream are not UTF-8: they are not decoded together again. */
  #wrongTo = 0;

  override push(chunk: Uint8Array): void {
    super.push(chunk);
    this.#forget();
  }

  /** A copy: one of over 64 bytes may share memory with the bytes after it, up to 8 times its length. */
  override slice(from: number, to: number): Uint8Array {
    if (to - from <= IN_HEAP) return super.slice(from, to);
    const { start } = this;
    return this.#copies.slice(this.buffer, start + from, start + to, this.end);
  }

  override text(from: number, to: number): string | undefined {
    const { start } = this;
    return this.#texts.slice(this.buffer, start + from, start + to, this.end);
  }

  /** The text of the next bytes, if it is ASCII, for slices of about `size` bytes; otherwise `undefined`. */
  ascii(size: number): string | undefined {
    const { start } = this;
    return this.#texts.take(this.buffer, start, start + size, this.end);
  }

  /**
   * The text of the next bytes, up to the last `byte` among the first `most`; `undefined`: it is
   * not there, or some of them are not UTF-8.
   */
  textTo(byte: number, most: number): Batch | undefined {
    if (this.offset < this.#wrongTo) return undefined;
    const to = Math.min(this.end, this.start + most);
    const next = this.buffer.subarray(this.start, to);
    const size = next.lastIndexOf(byte) + 1;
    const text = size > 0 ? texts.alone(next, 0, size) : undefined;
    if (text === undefined) this.#wrongTo = this.offset + size;
    return text === undefined ? undefined : { text, size };
  }

  protected override clear(): void {
    super.clear();
    this.#forget();
  }

  #forget(): void {
    this.#texts.forget();
    this.#copies.forget();
  }
}
