import type { Decoder } from './codec.ts';
import { FrameError } from './frame-error.ts';
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
}

/**
 * All that a framing has to know: where the first frame lies; `undefined`: too early to tell.
 * Changes nothing. It may pass over the first `searched` bytes, where it found no end before.
 */
export type Find = (unread: Unread, searched: number) => Frame | undefined;

/** What every framing shares: collecting, the limit, skipping a frame over it, a true end. */
export class FrameDecoder implements Decoder<Uint8Array> {
  readonly #find: Find;
  readonly #limit: number;
  readonly #unread = new Unread();
  #searched = 0;
  /** Where in the stream the current frame begins. */
  #offset = 0;
  /** Bytes of a refused frame still to come; Infinity: its end is not in sight yet. */
  #skipping = 0;
  #cutOff: FrameError | undefined;

  constructor(find: Find, limit: number) {
    this.#find = find;
    this.#limit = limit;
  }

  get buffered(): number {
    return this.#unread.length;
  }

  push(chunk: Uint8Array): void {
    if (this.#cutOff !== undefined) return;
    this.#unread.push(chunk);
    if (this.#skipping > 0) this.#skip();
  }

  read(): Uint8Array | undefined {
    if (this.#cutOff !== undefined) throw this.#cutOff;
    const frame = this.#find(this.#unread, this.#searched);
    this.#searched = this.#unread.length;
    if (frame === undefined) return undefined;
    if (frame.end - frame.start > this.#limit) throw this.#refuse(frame);
    if (frame.next > this.#unread.length) return undefined;
    const payload = this.#unread.slice(frame.start, frame.end);
    this.#drop(frame.next);
    this.#offset = this.#unread.offset;
    return payload;
  }

  end(): void {
    if (this.#unread.length > 0 || this.#skipping > 0)
      this.#cutOff ??= this.#truncated();
    if (this.#cutOff !== undefined) throw this.#cutOff;
  }

  #refuse({ next, announced: size }: Frame): FrameError {
    const [offset, limit] = [this.#offset, this.#limit];
    const actual = size === undefined ? 'payload' : `payload of ${size} bytes`;
    this.#skipping = next;
    this.#skip();
    return new FrameError(
      'too-large',
      `Cannot read frame at byte ${offset}: ${actual} exceeds the limit of ${limit} bytes`,
      { offset, size, limit },
    );
  }

  /** Drops what is there of the refused frame, so that unread bytes never belong to it. */
  #skip(): void {
    if (this.#skipping === Infinity)
      this.#skipping = this.#find(this.#unread, 0)?.next ?? Infinity;
    const here = Math.min(this.#skipping, this.#unread.length);
    this.#drop(here);
    this.#skipping -= here;
    if (this.#skipping === 0) this.#offset = this.#unread.offset;
  }

  #drop(count: number): void {
    this.#unread.drop(count);
    this.#searched = 0;
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
