import { ReceiveBuffer } from '../receive-buffer.ts';
import type { Batch } from './batch.ts';
import { Batcher } from './batcher.ts';
import { copies } from './copies.ts';
import { texts } from './texts.ts';

/** V8 keeps copies of up to this many bytes in its heap: copying costs no more than slicing. */
const IN_HEAP = 64;

/** A receive buffer that extracts several slices together. */
export class FastReceiveBuffer extends ReceiveBuffer {
  declare protected buffer: Buffer;
  readonly #texts = new Batcher(texts);
  readonly #copies = new Batcher(copies);
  /** Some bytes before this offset are not UTF-8: they are not decoded together again. */
  #wrongTo = 0;

  override push(chunk: Uint8Array): void {
    super.push(chunk);
    this.#forget();
  }

  /**
   * Returns a copy. If it has over 64 bytes, it may share up to 8 times its length with later
   * bytes.
   */
  override slice(from: number, to: number): Uint8Array {
    // Stryker disable next-line MethodExpression: `super` alone is no JavaScript.
    if (to - from <= IN_HEAP) return super.slice(from, to);
    const { start } = this;
    return this.#copies.slice(this.buffer, start + from, start + to, this.end);
  }

  override text(from: number, to: number): string | undefined {
    const { start } = this;
    return this.#texts.slice(this.buffer, start + from, start + to, this.end);
  }

  /**
   * Returns the next bytes as text for slices of about `size` bytes, or `undefined` if a batch
   * does not pay.
   */
  ascii(size: number): string | undefined {
    const { start } = this;
    return this.#texts.start(this.buffer, start, start + size, this.end);
  }

  /**
   * Returns the text up to the last `byte` among the next `most` bytes, or `undefined` if it is not
   * there, or if some of the bytes are not UTF-8.
   */
  textTo(byte: number, most: number): Batch | undefined {
    if (this.offset < this.#wrongTo) return undefined;
    const to = Math.min(this.end, this.start + most);
    const next = this.buffer.subarray(this.start, to);
    const size = next.lastIndexOf(byte) + 1;
    const text = size > 0 ? texts.one(next, 0, size) : undefined;
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
