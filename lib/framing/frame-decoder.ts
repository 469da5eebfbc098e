import type { Decoder } from './codec.ts';
import { FrameError } from './frame-error.ts';
import { tooLarge } from './limit.ts';
import { Unread } from './unread.ts';

/** A frame at the front of the unread bytes; it may reach beyond those that are there. */
export interface Frame {
  /** Where its payload begins and ends: as far as it is known, if `next` is Infinity. */
  readonly start: number;
  readonly end: number;
  /** Where the next frame begins; Infinity: not in sight yet. */
  readonly next: number;
  /** How many bytes of payload the frame itself says it has, if it does. */
  readonly announced?: number;
  /** The fewest bytes that `start` to `end` can stand for, where that is not all of them. */
  readonly least?: number;
  /** What is wrong with the bytes that say where it ends. Then `next` is not to be trusted. */
  readonly corrupt?: string;
}

/**
 * All that a framing has to know: where the first frame lies; `undefined`: too early to tell.
 * Changes nothing. It may pass over the first `searched` bytes, where it found no end before.
 */
export type Find = (unread: Unread, searched: number) => Frame | undefined;

const nothing = { end: 0, next: Infinity };

/** What every framing shares: collecting, the limit, skipping a frame over it, a true end. */
export class FrameDecoder implements Decoder<Uint8Array> {
  readonly #find: Find;
  readonly #limit: number;
  readonly #idle: number | undefined;
  readonly #unread = new Unread();
  #searched = 0;
  /** Where in the stream the current frame begins. */
  #offset = 0;
  /** Bytes of a refused frame still to come; Infinity: its end is not in sight yet. */
  #skipping = 0;
  #fatal: FrameError | undefined;

  /** `idle`: a byte that between two frames means nothing. */
  constructor(find: Find, limit: number, idle?: number) {
    this.#find = find;
    this.#limit = limit;
    this.#idle = idle;
  }

  get buffered(): number {
    return this.#unread.length;
  }

  push(chunk: Uint8Array): void {
    if (this.#fatal !== undefined) return;
    this.#unread.push(chunk);
    if (this.#skipping > 0) this.#skip();
    else this.#begin();
  }

  read(): Uint8Array | undefined {
    if (this.#fatal !== undefined) throw this.#fatal;
    const frame = this.#find(this.#unread, this.#searched);
    this.#searched = this.#unread.length;
    if (frame === undefined) return undefined;
    const { start, end, next, least = end - start } = frame;
    if (least > this.#limit) throw this.#refuse(frame);
    if (frame.corrupt !== undefined) throw this.#giveUp(frame.corrupt);
    if (next > this.#unread.length) return undefined;
    const payload = this.#unread.slice(start, end);
    this.#drop(next);
    this.#begin();
    return payload;
  }

  end(): void {
    if (this.#unread.length > 0 || this.#skipping > 0)
      this.#fatal ??= this.#truncated();
    if (this.#fatal !== undefined) throw this.#fatal;
  }

  #refuse({ next, announced: size }: Frame): FrameError {
    const [offset, limit] = [this.#offset, this.#limit];
    this.#skipping = next;
    this.#skip();
    return tooLarge(offset, size, limit);
  }

  /** Drops what is there of the refused frame: of its bytes none is kept to be read. */
  #skip(): void {
    const { length } = this.#unread;
    const known = this.#skipping < Infinity;
    const { end, next } = known
      ? { end: 0, next: this.#skipping }
      : (this.#find(this.#unread, 0) ?? nothing);
    // Where its end is not in sight, what is behind its payload may be half of the end.
    const here = next < Infinity ? Math.min(next, length) : end;
    this.#drop(here);
    this.#skipping = next - here;
    if (this.#skipping === 0) this.#begin();
  }

  /** Here a frame begins: behind what idles, so that unread bytes never belong to no frame. */
  #begin(): void {
    if (this.#idle !== undefined) this.#passOver(this.#idle);
    this.#offset = this.#unread.offset;
  }

  #passOver(idle: number): void {
    let count = 0;
    while (this.#unread.at(count) === idle) count++;
    if (count > 0) this.#drop(count);
  }

  #drop(count: number): void {
    this.#unread.drop(count);
    this.#searched = 0;
  }

  #giveUp(why: string): FrameError {
    const offset = this.#offset;
    this.#drop(this.#unread.length);
    const message = `Cannot read frame at byte ${offset} or behind it: ${why}`;
    this.#fatal = new FrameError('corrupt', message, { offset });
    return this.#fatal;
  }

  #truncated(): FrameError {
    const offset = this.#offset;
    const arrived = this.#unread.offset + this.#unread.length - offset;
    return new FrameError(
      'truncated',
      `Cannot read frame at byte ${offset}: the stream ended after ${arrived} bytes of it`,
      { offset },
    );
  }
}
