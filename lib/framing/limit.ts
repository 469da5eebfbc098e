import { FrameError, unreadable } from './frame-error.ts';

export interface Limit {
  /** The most bytes of payload in one frame, 0 to 4294967295. Framing bytes do not count. */
  readonly maxPayload?: number;
}

/** Gives the limit back. Throws a RangeError for one that checks nothing, as `NaN` would. */
export function checkLimit(maxPayload: number): number {
  if (Number.isInteger(maxPayload) && maxPayload >= 0 && maxPayload <= 0xffff_ffff)
    return maxPayload;
  throw new RangeError(
    `Cannot limit payloads to ${maxPayload} bytes: give an integer from 0 to 4294967295`,
  );
}

/** For encoders: throws `too-large` for what the decoder would refuse. */
export function checkSize({ length: size }: Uint8Array, limit: number): void {
  if (size <= limit) return;
  throw new FrameError(
    'too-large',
    `Cannot send payload of ${size} bytes: the limit is ${limit}`,
    { size, limit },
  );
}

/** For decoders; `size` only where it is known. */
export function tooLarge(offset: number, size: number | undefined, limit: number) {
  const payload = size === undefined ? 'payload' : `payload of ${size} bytes`;
  const why = `${payload} exceeds the limit of ${limit} bytes`;
  return unreadable('too-large', offset, why, { size, limit });
}
