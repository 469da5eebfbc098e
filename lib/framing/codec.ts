import type { Anatomy } from './anatomy.ts';
import type { ReceiveBuffer } from './receive-buffer.ts';

/** A wire format. It is immutable: one codec serves all connections of a protocol. */
export interface Codec<T> {
  /** One word: `lines`, `length`, `netstring` …, spelt as on the command line. */
  readonly name: string;
  /**
   * Returns one whole frame. Throws a FrameError if the decoder at the other end would not give
   * the message back.
   */
  encode(message: T): Uint8Array;
  /** Returns a decoder with fresh state. Each direction of a connection needs its own. */
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
  /** Adds the bytes as they arrived. The decoder never writes to the chunk. */
  push(chunk: Uint8Array): void;
  /**
   * Returns the next message, or `undefined` if it needs more bytes. Throws a FrameError: see
   * `recoverable`.
   */
  read(): T | undefined;
  /**
   * Ends the stream. Call it when `read` has returned `undefined`. Throws a `truncated` FrameError
   * unless the stream ends between two frames.
   */
  end(): void;
  /**
   * How many bytes are neither read nor skipped: after `read` returned `undefined`, those of an
   * unfinished frame.
   */
  readonly buffered: number;
  /**
   * How many bytes the last `read` took: those of the frame that it returned, or those present
   * of a frame that it refused.
   */
  readonly taken: number;
}

/**
 * A codec whose messages are bytes. It knows the role of each byte on the wire (see `dissect`).
 * Other codecs can decode its payloads further (see `text` and `checksummed`).
 */
export interface ByteCodec extends Codec<Uint8Array> {
  readonly anatomy: Anatomy;
  /** Returns a decoder that applies `decode` to each payload, without copying the payload first. */
  decoding<T>(decode: Decode<T>): Decoder<T>;
  /** The same for text, if there is a shorter way to it. */
  decodingText?(decode: Decode<string>): Decoder<string>;
  /** The frame of a text, if there is a shorter way to it, for this text. */
  encodeText?(text: string): Uint8Array | undefined;
}

/**
 * Makes a message of the unread bytes `start` to `end`, which are one payload. Its frame begins at
 * byte `offset` of the stream. Throws a FrameError if the payload is not valid.
 */
export type Decode<T> = (
  received: ReceiveBuffer,
  start: number,
  end: number,
  offset: number,
) => T;

/**
 * Returns a copy, which never changes. A copy of over 64 bytes may be a window on an ArrayBuffer of
 * up to 8 times its length, shared with the payloads after it: copy it again before you transfer it
 * to a worker.
 */
export const copied: Decode<Uint8Array> = (received, start, end) =>
  received.slice(start, end);
