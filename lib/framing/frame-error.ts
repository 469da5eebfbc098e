/**
 * - `too-large`: a payload over the limit, coming in or going out.
 * - `malformed`: a frame whose end is known and whose payload is not what it should be (invalid
 *   UTF-8, a wrong checksum, a wrong escape).
 * - `unencodable`: the decoder at the other end would not give this message back.
 * - `truncated`: the stream ended inside a frame. Fatal: nothing can follow.
 * - `corrupt`: bytes that say where a frame ends are wrong. Fatal: where the next one begins
 *   nobody knows.
 */
export type FrameErrorCode =
  | 'too-large'
  | 'malformed'
  | 'unencodable'
  | 'truncated'
  | 'corrupt';

type Where = Pick<FrameError, 'offset' | 'size' | 'limit'>;

/** A frame that cannot be read or sent. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
  readonly code: FrameErrorCode;
  /** Where in the stream the frame's first byte is, from 0. From an encoder: 0. */
  readonly offset: number;
  /** Bytes of payload, where they are known: a line over its limit does not say. */
  readonly size: number | undefined;
  /** The most bytes of payload allowed, where that is the trouble. */
  readonly limit: number | undefined;
  /**
   * `true`: thrown once; the bad frame is skipped (or was never sent) and the next read or
   * encode is fine. `false`: thrown again by every read.
   */
  readonly recoverable: boolean;

  constructor(
    code: FrameErrorCode,
    message: string,
    { offset = 0, size, limit }: Partial<Where> = {},
  ) {
    super(message);
    this.code = code;
    this.offset = offset;
    this.size = size;
    this.limit = limit;
    this.recoverable = code !== 'truncated' && code !== 'corrupt';
  }
}

/** The frame that begins at byte `offset` of the stream, and what is wrong with it. */
export const unreadable = (
  code: FrameErrorCode,
  offset: number,
  why: string,
  details: Partial<Where> = {},
) =>
  new FrameError(code, `Cannot read frame at byte ${offset}: ${why}`, {
    offset,
    ...details,
  });
