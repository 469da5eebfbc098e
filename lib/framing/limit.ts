import { FrameError, unreadable } from './frame-error.ts';

export interface Limit {
  /** The most bytes of payload in one frame, 0 to 4294967295. Framing bytes do not count. */
  readonly maxPayload?: number;
}

/** The largest limit, and so the largest payload. */
export const LARGEST = 0xffff_ffff;

/** Returns the limit. Throws a RangeError for a limit that would check nothing, as `NaN` would. */
export function checkLimit(maxPayload: number): number {
  if (Number.isInteger(maxPayload) && maxPayload >= 0 && maxPayload <= LARGEST)
    return maxPayload;
  throw new RangeError(
    `Cannot limit payloads to ${maxPayload} bytes: give an integer from 0 to 4294967295`,
  );
}

/**
 * Returns an option's value. Throws a RangeError if the types forbid it: not every caller has
 * types.
 */
export function checkChoice<T>(option: string, value: T, choices: readonly T[]): T {
  if (choices.includes(value)) return value;
  const [found, ...known] = [value, ...choices].map(one => JSON.stringify(one));
  throw new RangeError(
    `Cannot frame with ${option} ${found}: give ${known.slice(0, -1).join(', ')} or ${known.at(-1)}`,
  );
}

/** For encoders: what the decoder would refuse. */
export const tooLargeToSend = (size: number, limit: number) =>
  new FrameError(
    'too-large',
    `Cannot send payload of ${size} bytes: the limit is ${limit}`,
    { size, limit },
  );

/** For decoders: the error for a payload over the limit. `size` may be unknown. */
export function tooLarge(offset: number, size: number | undefined, limit: number) {
  const payload = size === undefined ? 'payload' : `payload of ${size} bytes`;
  const why = `${payload} exceeds the limit of ${limit} bytes`;
  return unreadable('too-large', offset, why, { size, limit });
}
