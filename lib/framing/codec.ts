import type { Anatomy } from './anatomy.ts';
import type { ReceiveBuffer } from './receive-buffer.ts';

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
  /** Bytes that the last `read` took out: the frame that it gave, or what was there of one that it refused. */
  readonly taken: number;
}

/**
 * A codec of bytes. It says what each byte on the wire is for (see `dissect`), and lets others
 * make more of its payloads than bytes (see `text` and `checksummed`).
 */
export interface ByteCodec extends Codec<Uint8Array> {
  readonly anatomy: Anatomy;
  /** A decoder of what `decode` makes of the payloads, without a copy of them. */
  decoding<T>(decode: Decode<T>): Decoder<T>;
  /** The same for text, if there is a shorter way to it. */
  decodingText?(decode: Decode<string>): Decoder<string>;
}

/**
 * Makes a message of the unread bytes `start` to `end`, which are one payload. `offset`: where
 * in the stream its frame begins. Throws a FrameError for a payload that is none.
 */
export type Decode<T> = (
  received: ReceiveBuffer,
  start: number,
  end: number,
  offset: number,
) => T;

/**
 * Bytes of their own, which stay what they are. A payload of over 64 bytes may be a window on an
 * ArrayBuffer of up to 8 times its length, which it shares with those after it: copy it before you
 * transfer it to a worker.
 */
export const copied: Decode<Uint8Array> = (received, start, end) =>
  received.slice(start, end);
