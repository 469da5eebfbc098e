import { Ahead } from './ahead.ts';
import { copies } from './copies.ts';
import { type Stretch, utf8 } from './utf8.ts';

/** More room than this is given back once it is empty: twice the chunk Node reads at most. */
const KEPT = 131_072;
/** Less would move bytes more often, more would hold two bytes for one. */
const AMPLE = 1.75;
const NO_ROOM = new Uint8Array(0);
/** V8 keeps a copy of so many bytes in its heap: to make one costs no more than to cut one. */
const IN_HEAP = 64;

/**
 * The bytes that came in and are not read yet. They are copied once as they come, so no chunk
 * is kept, and moved only when their room is full: to its front, or to a room with three
 * quarters more than they need. Linear at any chunk size, and under two bytes held for each.
 */
export class Unread {
  #room = NO_ROOM;
  /** The same room as a Buffer: its `indexOf` is 70 times as fast as a Uint8Array's. */
  #buffer = Buffer.from(NO_ROOM.buffer);
  #start = 0;
  #end = 0;
  #offset = 0;
  /** Before it some bytes are not UTF-8: they are not decoded together again. */
  #wrongTo = 0;
  readonly #texts = new Ahead(utf8);
  readonly #copies = new Ahead(copies);

  /** Where in the stream the first unread byte is. */
  get offset(): number {
    return this.#offset;
  }

  get length(): number {
    return this.#end - this.#start;
  }

  push(chunk: Uint8Array): void {
    // One byte is always free: see `indexOf`.
    if (this.#end + chunk.length >= this.#room.length)
      this.#move(this.length + chunk.length);
    this.#room.set(chunk, this.#end);
    this.#end += chunk.length;
    this.#forget();
  }

  /** Positions count from the first unread byte, here and below. */
  at(index: number): number | undefined {
    const at = this.#start + index;
    return at < this.#end ? this.#room[at] : undefined;
  }

  /** The number in the first `width` bytes, which must be there. */
  uint(width: number, little: boolean): number {
    return little
      ? this.#buffer.readUIntLE(this.#start, width)
      : this.#buffer.readUIntBE(this.#start, width);
  }

  /** Where `byte` is, looking from `from` on; -1: nowhere. */
  indexOf(byte: number, from: number): number {
    // The search ends here at the latest, not in bytes left over from before.
    this.#room[this.#end] = byte;
    const found = this.#buffer.indexOf(byte, this.#start + from);
    return found < 0 || found >= this.#end ? -1 : found - this.#start;
  }

  /**
   * A copy: of over 64 bytes it may share memory with those behind it, up to 8 times its length,
   * but none with the room or with a chunk.
   */
  slice(from: number, to: number): Uint8Array {
    const start = this.#start + from;
    const end = this.#start + to;
    if (to - from <= IN_HEAP) return this.#room.slice(start, end);
    return this.#copies.piece(this.#buffer, start, end, this.#end);
  }

  /** Not a copy: only to be looked at, before the next `push` or `drop`. */
  view(from: number, to: number): Uint8Array {
    return this.#room.subarray(this.#start + from, this.#start + to);
  }

  /** The bytes as text; `undefined`: they are not UTF-8. */
  text(from: number, to: number): string | undefined {
    const start = this.#start;
    return this.#texts.piece(this.#buffer, start + from, start + to, this.#end);
  }

  /** The text of the next bytes, if it is ASCII, to cut pieces of about `size` from; else `undefined`. */
  ascii(size: number): string | undefined {
    const start = this.#start;
    return this.#texts.take(this.#buffer, start, start + size, this.#end);
  }

  /**
   * The text of the next bytes, up to the last `byte` among the first `most`; `undefined`: it is
   * not there, or some of them are not UTF-8.
   */
  textTo(byte: number, most: number): Stretch | undefined {
    if (this.#offset < this.#wrongTo) return undefined;
    const to = Math.min(this.#end, this.#start + most);
    const next = this.#buffer.subarray(this.#start, to);
    const size = next.lastIndexOf(byte) + 1;
    const text = size > 0 ? utf8.alone(next, 0, size) : undefined;
    if (text === undefined) this.#wrongTo = this.#offset + size;
    return text === undefined ? undefined : { text, size };
  }

  drop(count: number): void {
    this.#start += count;
    this.#offset += count;
    if (this.#start === this.#end) this.#clear();
  }

  #clear(): void {
    this.#start = 0;
    this.#end = 0;
    this.#forget();
    if (this.#room.length > KEPT) this.#settle(NO_ROOM);
  }

  #forget(): void {
    this.#texts.forget();
    this.#copies.forget();
  }

  /** To the front of the room; of a new one, if `needed` bytes would leave too little of it, or far too much. */
  #move(needed: number): void {
    const unread = this.#room.subarray(this.#start, this.#end);
    const ample = Math.ceil(AMPLE * needed);
    const { length } = this.#room;
    // Not filled with zeros: no byte is looked at that was not pushed.
    if (ample > length || length > Math.max(KEPT, 4 * ample))
      this.#settle(new Uint8Array(Buffer.allocUnsafeSlow(ample).buffer));
    this.#room.set(unread);
    this.#start = 0;
    this.#end = unread.length;
  }

  #settle(room: Uint8Array<ArrayBuffer>): void {
    this.#room = room;
    this.#buffer = Buffer.from(room.buffer);
  }
}
