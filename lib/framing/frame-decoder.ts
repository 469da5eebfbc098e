import type { Decode, Decoder } from './codec.ts';
import type { Find, Frame } from './frame.ts';
import { FrameError, unreadable } from './frame-error.ts';
import type { Framing } from './kind.ts';
import { tooLarge } from './limit.ts';
import { ReceiveBuffer } from './receive-buffer.ts';

type Kind = Pick<Framing, 'find' | 'limit' | 'expansion' | 'idle' | 'unpacking'>;

/**
 * What all framings share: collecting bytes, keeping the limit, skipping a frame over it,
 * checking the end.
 */
export class FrameDecoder<T> implements Decoder<T> {
  taken = 0;
  readonly #find: Find;
  readonly #limit: number;
  /** How many bytes a frame within the limit carries at most. */
  readonly #most: number;
  readonly #idle: number | undefined;
  readonly #decode: Decode<T>;
  readonly #received: ReceiveBuffer;
  /** How many of the unread bytes an earlier `read` has searched. */
  #searched = 0;
  /**
   * How many bytes of a refused frame are still to come; Infinity if its end has not arrived
   * yet.
   */
  #skipping = 0;
  /** Where in the stream the last refused frame begins. */
  #refused = 0;
  #fatal: FrameError | undefined;

  constructor(kind: Kind, decode: Decode<T>, received = new ReceiveBuffer()) {
    const { find, limit, expansion = 1, idle } = kind;
    this.#find = find;
    this.#limit = limit;
    this.#most = expansion * limit;
    this.#idle = idle;
    this.#decode = kind.unpacking?.(decode) ?? decode;
    this.#received = received;
  }

  get buffered(): number {
    return this.#received.length;
  }

  push(chunk: Uint8Array): void {
    if (this.#fatal !== undefined) return;
    this.#received.push(chunk);
    if (this.#skipping > 0) this.#skip();
    else if (this.#idle !== undefined) this.#passOver(this.#idle);
  }

  read(): T | undefined {
    const { offset } = this.#received;
    try {
      return this.#next();
    } finally {
      this.taken = this.#received.offset - offset;
    }
  }

  end(): void {
    if (this.#received.length > 0 || this.#skipping > 0)
      this.#fatal ??= this.#truncated();
    if (this.#fatal !== undefined) throw this.#fatal;
  }

  #next(): T | undefined {
    if (this.#fatal !== undefined) throw this.#fatal;
    const received = this.#received;
    const frame = this.#find(received, this.#searched);
    if (frame === undefined) return undefined;
    const { start, end, next, corrupt } = frame;
    if (end - start > this.#most) throw this.#refuse(frame);
    if (corrupt !== undefined) throw this.#giveUp(corrupt);
    if (next > received.length) {
      this.#searched = received.length;
      return undefined;
    }
    try {
      return this.#decode(received, start, end, received.offset);
    } finally {
      this.#drop(next);
    }
  }

  #refuse({ start, end, next }: Frame): FrameError {
    this.#refused = this.#received.offset;
    this.#skipping = next;
    this.#skip();
    return tooLarge(this.#refused, start > 0 ? end - start : undefined, this.#limit);
  }

  /** Drops the bytes of the refused frame that have arrived. */
  #skip(): void {
    const unseen = this.#skipping === Infinity;
    const frame = unseen ? this.#find(this.#received, 0) : undefined;
    const next = frame?.next ?? this.#skipping;
    // If its end has not arrived yet, the bytes after its payload may be half of the end.
    const here =
      next === Infinity ? (frame?.end ?? 0) : Math.min(next, this.#received.length);
    this.#skipping = next - here;
    this.#drop(here);
  }

  /**
   * Drops idle bytes together with the frame before them, so the buffer always starts at a frame
   * boundary.
   */
  #drop(count: number): void {
    this.#received.drop(count);
    this.#searched = 0;
    if (this.#idle !== undefined && this.#skipping === 0) this.#passOver(this.#idle);
  }

  #passOver(idle: number): void {
    while (this.#received.at(0) === idle) this.#received.drop(1);
  }

  #giveUp(why: string): FrameError {
    const { offset, length } = this.#received;
    this.#drop(length);
    const message = `Cannot read frame at byte ${offset} or after it: ${why}`;
    this.#fatal = new FrameError('corrupt', message, { offset });
    return this.#fatal;
  }

  #truncated(): FrameError {
    const { offset: here, length } = this.#received;
    const offset = this.#skipping > 0 ? this.#refused : here;
    const why = `the stream ended after ${here + length - offset} bytes of it`;
    return unreadable('truncated', offset, why);
  }
}
