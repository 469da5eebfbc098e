/** More room than this is given back once it is empty: twice the chunk Node reads at most. */
const KEPT = 131_072;
const EMPTY = Buffer.alloc(0);
const NO_ROOM = new Uint8Array(0);

/**
 * The bytes that came in and are not read yet. They are copied once as they come, so no chunk
 * is kept, and moved only when as many new ones fit behind them: linear at any chunk size.
 */
export class Unread {
  #room = NO_ROOM;
  /** The filled part of the room, as a Buffer: its `indexOf` is 70 times a Uint8Array's. */
  #filled = EMPTY;
  #start = 0;
  #offset = 0;

  /** Where in the stream the first unread byte is. */
  get offset(): number {
    return this.#offset;
  }

  get length(): number {
    return this.#filled.length - this.#start;
  }

  push(chunk: Uint8Array): void {
    const end = this.#filled.length;
    if (end + chunk.length > this.#room.length) this.#move(this.length + chunk.length);
    const at = this.#filled.length;
    this.#room.set(chunk, at);
    this.#filled = Buffer.from(this.#room.buffer, 0, at + chunk.length);
  }

  /** Positions count from the first unread byte, here and below. */
  at(index: number): number | undefined {
    return this.#filled[this.#start + index];
  }

  uint32(index: number): number {
    return this.#filled.readUInt32BE(this.#start + index);
  }

  /** Where `byte` is, looking from `from` on; -1: nowhere. */
  indexOf(byte: number, from: number): number {
    const found = this.#filled.indexOf(byte, this.#start + from);
    return found < 0 ? -1 : found - this.#start;
  }

  /** A copy: it shares no memory with the room or with a chunk. */
  slice(from: number, to: number): Uint8Array {
    return this.#room.slice(this.#start + from, this.#start + to);
  }

  drop(count: number): void {
    this.#start += count;
    this.#offset += count;
    if (this.length === 0) this.#clear();
  }

  #clear(): void {
    this.#start = 0;
    this.#filled = EMPTY;
    if (this.#room.length > KEPT) this.#room = NO_ROOM;
  }

  /** To the front of the room; of a new one, if `needed` bytes would fill more than half. */
  #move(needed: number): void {
    const unread = this.#filled.subarray(this.#start);
    if (2 * needed > this.#room.length) this.#room = new Uint8Array(2 * needed);
    this.#room.set(unread);
    this.#filled = Buffer.from(this.#room.buffer, 0, unread.length);
    this.#start = 0;
  }
}
