/** What a link may do to a stream. The first six lose nothing; the last three do. */
export interface Faults {
  /** Hands over pieces of at most this many bytes. */
  readonly chop?: number;
  /** Hands over in one piece what came within 20 ms. */
  readonly coalesce?: boolean;
  /** Holds every byte this long, one way, in milliseconds. */
  readonly delay?: number;
  /** And up to this much longer, in milliseconds, by chance. The order stays. */
  readonly jitter?: number;
  /** Lets at most this many bytes through in a second, each way. */
  readonly bandwidth?: number;
  /** Where the chance begins: the same seed, the same link. */
  readonly seed?: number;
  /** Lets nothing more through behind so many bytes, and does not say so. */
  readonly stall?: number;
  /** Ends this direction (FIN) behind so many bytes. */
  readonly end?: number;
  /** Breaks the link (RST) behind so many bytes. */
  readonly reset?: number;
}

/** Whether bytes must wait, or change their shape, on their way. */
export const spoilsTime = (faults: Faults): boolean =>
  Boolean(
    faults.chop || faults.coalesce || faults.delay || faults.jitter || faults.bandwidth,
  );

/** How many bytes pass before the link cuts what follows; Infinity: it never does. */
export const cutsBehind = ({ stall, end, reset }: Faults): number =>
  Math.min(stall ?? Infinity, end ?? Infinity, reset ?? Infinity);
