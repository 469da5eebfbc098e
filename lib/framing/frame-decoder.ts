import type { Decoder, Open } from './codec.ts';
import type { Find, Frame } from './frame.ts';
import { FrameError, unreadable } from './frame-error.ts';
import type { Framing } from './framing.ts';
import { tooLarge } from './limit.ts';
import { Unread } from './unread.ts';

type Kind = Pick<Framing, 'find' | 'limit' | 'swells' | 'idle'>;

/** What every framing shares: collecting, the limit, skipping a frame over it, a true end. */
export class FrameDecoder<T> implements Decoder<T> {
  readonly #find: Find;
  readonly #limit: number;
  /** The most bytes that a frame within the limit carries. */
  readonly #most: number;
  readonly #idle: number | undefined;
  readonly #open: Open<T>;
  readonly #unread = new Unread();
  #searched = 0;
  /** Bytes of a refused frame still to come; Infinity: its end is not in sight yet. */
  #skipping = 0;
  /** Where in the stream the last refused frame begins. */
  #refused = 0;
  #fatal: FrameError | undefined;

  constructor({ find, limit, swells = 1, idle }: Kind, open: Open<T>) {
    this.#find = find;
    this.#limit = limit;
    this.#most = swells * limit;
    this.#idle = idle;
    this.#open = open;
  }

  get buffered(): number {
    return this.#unread.length;
  }

  push(chunk: Uint8Array): void {
    if (this.#fatal !== undefined) return;
    this.#unread.push(chunk);
    if (this.#skipping > 0) this.#skip();
    else if (this.#idle !== undefined) this.#passOver(this.#idle);
  }

  read(): T | undefined {
    if (this.#fatal !== undefined) throw this.#fatal;
    const unread = this.#unread;
    const frame = this.#find(unread, this.#searched);
    if (frame === undefined) return undefined;
    const { start, end, next, corrupt } = frame;
    if (end - start > this.#most) throw this.#refuse(frame);
    if (corrupt !== undefined) throw this.#giveUp(corrupt);
    if (next > unread.length) {
      this.#searched = unread.length;
      return undefined;
    }
    try {
      return this.#open(unread, start, end, unread.offset);
    } finally {
      this.#drop(next);
    }
  }

  /** The unread bytes, only to be looked at; `undefined`: there is nothing but an error to come. */
  get coming(): Pick<Unread, 'length' | 'ascii' | 'textTo'> | undefined {
    return this.#fatal === undefined ? this.#unread : undefined;
  }

  /** So many bytes, which are whole frames, were read from there. */
  pass(count: number): void {
    this.#drop(count);
  }

  end(): void {
    if (this.#unread.length > 0 || this.#skipping > 0)
      this.#fatal ??= this.#truncated();
    if (this.#fatal !== undefined) throw this.#fatal;
  }

  #refuse({ start, end, next }: Frame): FrameError {
    this.#refused = this.#unread.offset;
    this.#skipping = next;
    this.#skip();
    return tooLarge(this.#refused, start > 0 ? end - start : undefined, this.#limit);
  }

  /** Drops what is there of the refused frame: of its bytes none is kept to be read. */
  #skip(): void {
    const unseen = this.#skipping === Infinity;
    const frame = unseen ? this.#find(this.#unread, 0) : undefined;
    const next = frame?.next ?? this.#skipping;
    // Where its end is not in sight, what is behind its payload may be half of the end.
    const here =
      next === Infinity ? (frame?.end ?? 0) : Math.min(next, this.#unread.length);
    this.#skipping = next - here;
    this.#drop(here);
  }

  /** Unread bytes never belong to no frame: what idles behind one goes with it. */
  #drop(count: number): void {
    this.#unread.drop(count);
    this.#searched = 0;
    if (this.#idle !== undefined && this.#skipping === 0) this.#passOver(this.#idle);
  }

  #passOver(idle: number): void {
    while (this.#unread.at(0) === idle) this.#unread.drop(1);
  }

  #giveUp(why: string): FrameError {
    const { offset, length } = this.#unread;
    this.#drop(length);
    const message = `Cannot read frame at byte ${offset} or behind it: ${why}`;
    this.#fatal = new FrameError('corrupt', message, { offset });
    return this.#fatal;
  }

  #truncated(): FrameError {
    const { offset: here, length } = this.#unread;
    const offset = this.#skipping > 0 ? this.#refused : here;
    const why = `the stream ended after ${here + length - offset} bytes of it`;
    return unreadable('truncated', offset, why);
  }
}
