import type { Anatomy } from './anatomy.ts';
import type { Decode } from './codec.ts';

/** What tells one framing from another. */
export interface Framing extends Anatomy {
  readonly name: string;
  /** The most bytes of payload. */
  readonly limit: number;
  /** The most bytes of a frame that stand for one byte of payload (default: 1). */
  readonly expansion?: number;
  /** What ends a frame, if it is ASCII. */
  readonly ending?: TextEnd | undefined;
  /** What comes before a payload of that many bytes, if a frame is that and the payload. */
  head?(size: number): Uint8Array;
  /** A byte that means nothing between two frames. */
  readonly idle?: number;
  /** The frame of a payload within the limit. Throws `unencodable` for one it cannot carry. */
  frame(payload: Uint8Array): Uint8Array;
  /** Decodes what is packed in a frame, if that is not the payload as it is. */
  unpacking?<T>(decode: Decode<T>): Decode<T>;
}

/**
 * How a text ends on the wire: in `mark`, which is ASCII; with `orCr`, a CR before it belongs to
 * it.
 */
export interface TextEnd {
  readonly mark: string;
  readonly orCr?: boolean;
}
