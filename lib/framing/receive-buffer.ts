import { bytes } from './bytes.ts';

/** Memory over this size is given back once it is empty: twice the chunk Node reads at most. */
const KEPT = 131_072;
/**
 * How much memory per unread byte. Less would move bytes more often, more would hold two bytes
 * for one.
 */
const AMPLE = 1.75;
const NO_MEMORY = new Uint8Array(0);
const NO_BUFFER = bytes.searchable(NO_MEMORY);

/**
 * The bytes that have arrived and are not read yet. They are copied once on arrival, so no chunk
 * is kept. They are moved only when their memory is full: to its front, or to new memory with
 * three quarters more than they need. So the work is linear at any chunk size, and fewer than
 * two bytes are held for each.
 */
export class ReceiveBuffer {
  #memory = NO_MEMORY;
  /** The same memory; as a Buffer where there is one, because its `indexOf` is 70 times as fast. */
  protected buffer = NO_BUFFER;
  /** Where in it the unread bytes begin and end. */
  protected start = 0;
  protected end = 0;
  #offset = 0;

  /** Where in the stream the first unread byte is. */
  get offset(): number {
    return this.#offset;
  }

  /** How many bytes are unread. */
  get length(): number {
    return this.end - this.start;
  }

  push(chunk: Uint8Array): void {
    // One byte is always free: see `indexOf`.
    if (this.end + chunk.length >= this.#memory.length)
      this.#move(this.length + chunk.length);
    this.#memory.set(chunk, this.end);
    this.end += chunk.length;
  }

  /** Returns the byte at `index`. Positions count from the first unread byte, here and below. */
  at(index: number): number | undefined {
    const at = this.start + index;
    return at < this.end ? this.#memory[at] : undefined;
  }

  /** The number in the first `width` bytes, which must be there. */
  uint(width: number, little: boolean): number {
    let number = 0;
    for (let at = 0; at < width; at++)
      number = 256 * number + (this.at(little ? width - 1 - at : at) ?? 0);
    return number;
  }

  /** Returns where `byte` is, searching from `from` on, or -1. */
  indexOf(byte: number, from: number): number {
    // The search ends here at the latest, not in bytes left over from before.
    this.#memory[this.end] = byte;
    const found = this.buffer.indexOf(byte, this.start + from);
    return found < 0 || found >= this.end ? -1 : found - this.start;
  }

  /** Returns a copy, which shares no memory with a chunk. */
  slice(from: number, to: number): Uint8Array {
    return this.#memory.slice(this.start + from, this.start + to);
  }

  /** Returns the bytes without copying them: use them only before the next `push` or `drop`. */
  view(from: number, to: number): Uint8Array {
    return this.#memory.subarray(this.start + from, this.start + to);
  }

  /** Returns the bytes as text, or `undefined` if they are not UTF-8. */
  text(from: number, to: number): string | undefined {
    return bytes.toText(this.buffer, this.start + from, this.start + to);
  }

  /** Removes the first `count` bytes. */
  drop(count: number): void {
    this.start += count;
    this.#offset += count;
    if (this.start === this.end) this.clear();
  }

  /** Counts bytes of the stream that did not come through here, while no byte is unread. */
  pass(count: number): void {
    this.#offset += count;
  }

  /** Called when no byte is unread. */
  protected clear(): void {
    this.start = 0;
    this.end = 0;
    if (this.#memory.length > KEPT) this.#settle(NO_MEMORY);
  }

  /**
   * Moves the bytes to the front of the memory, or to new memory if this has too little for
   * `needed` bytes, or far too much.
   */
  #move(needed: number): void {
    const unread = this.#memory.subarray(this.start, this.end);
    const ample = Math.ceil(AMPLE * needed);
    const { length } = this.#memory;
    // Not filled with zeros: no byte is looked at that was not pushed.
    if (ample > length || length > Math.max(KEPT, 4 * ample))
      this.#settle(bytes.memory(ample));
    this.#memory.set(unread);
    this.start = 0;
    this.end = unread.length;
  }

  #settle(memory: Uint8Array<ArrayBuffer>): void {
    this.#memory = memory;
    this.buffer = bytes.searchable(memory);
  }
}
