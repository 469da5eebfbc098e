import type { Anatomy } from './anatomy.ts';
import type { Unread } from './unread.ts';

/** A wire format. Immutable: one per protocol, shared by all its connections. */
export interface Codec<T> {
  /** One word: `lines`, `length`, `netstring` … as the command line spells it, where it does. */
  readonly name: string;
  /** One whole frame. Throws a FrameError, before a byte leaves, for what the decoder would not give back. */
  encode(message: T): Uint8Array;
  /** Fresh state: one per direction of a connection. */
  decoder(): Decoder<T>;
}

/**
 * Bytes in, messages out; synchronous and without I/O.
 *
 *     for (const chunk of chunks) {
 *       decoder.push(chunk);
 *       for (let message = decoder.read(); message !== undefined; message = decoder.read()) …
 *     }
 *     decoder.end();
 */
export interface Decoder<T> {
  /** Takes the bytes as they came. The decoder never writes to the chunk. */
  push(chunk: Uint8Array): void;
  /** The next message; `undefined`: needs more bytes. Throws a FrameError: see `recoverable`. */
  read(): T | undefined;
  /**
   * The stream ended here; call it once `read` has nothing more. Throws a `truncated` FrameError
   * unless this is a frame boundary.
   */
  end(): void;
  /** Bytes neither read nor skipped yet: once `read` has nothing more, an unfinished frame's. */
  readonly buffered: number;
}

/**
 * A codec of bytes. It says what each byte on the wire is for (see `dissect`), and lets others
 * make more of its payloads than bytes (see `text` and `checksummed`).
 */
export interface ByteCodec extends Codec<Uint8Array> {
  readonly anatomy: Anatomy;
  /** A decoder of what `open` makes of the payloads, without a copy of them. */
  opening<T>(open: Open<T>): Decoder<T>;
  /** The same for text, where there is a shorter way to it. */
  openingText?(open: Open<string>): Decoder<string>;
}

/**
 * Makes a message of the unread bytes `start` to `end`, which are one payload. `offset`: where
 * in the stream its frame begins. Throws a FrameError for a payload that is none.
 */
export type Open<T> = (unread: Unread, start: number, end: number, offset: number) => T;

/**
 * Bytes of their own, which stay what they are. Those of over 64 bytes may be windows on an
 * ArrayBuffer that they share with those behind them, of up to 8 times their length: copy one
 * before you transfer it to a worker.
 */
export const copied: Open<Uint8Array> = (unread, start, end) =>
  unread.slice(start, end);
