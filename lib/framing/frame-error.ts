/**
 * - `too-large`: a payload is over the limit, in either direction.
 * - `malformed`: the frame's end is known, but its payload is not valid (invalid UTF-8, a wrong
 *   checksum, a wrong escape).
 * - `unencodable`: the decoder at the other end would not give this message back.
 * - `truncated`: the stream ended inside a frame. Fatal: nothing can follow.
 * - `corrupt`: the bytes that say where a frame ends are wrong. Fatal: nobody can find the start of
 *   the next frame.
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
  /** Where in the stream the frame begins, counted in bytes from 0. An encoder's errors have 0. */
  readonly offset: number;
  /**
   * The payload's size in bytes, if it is known: a line over its limit does not announce its
   * size.
   */
  readonly size: number | undefined;
  /** The limit in bytes, if the payload is over it. */
  readonly limit: number | undefined;
  /**
   * `true`: the error is thrown once. The bad frame is skipped (or was never sent), and the next
   * `read` or `encode` works. `false`: every `read` throws the error again.
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

/** The error for the frame that begins at byte `offset` of the stream. */
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
