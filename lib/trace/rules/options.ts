import type { TrafficByLink } from '../traffic.ts';

/** half-duplex: `strict` is our turn protocol, `free` is the mode itself. */
export const turnRules = ['strict', 'free'] as const;

export interface RuleOptions {
  /**
   * half-duplex: `strict` is our turn protocol: the caller speaks first, and one message is one turn.
   * `free` is the mode itself: no two heard messages cross. Default: strict.
   */
  readonly turns?: (typeof turnRules)[number];
  /** simplex: the end that may speak. Default: the end that called. */
  readonly from?: string;
  /** The bytes that each end moved. Default: the sums of the record's chunks. */
  readonly traffic?: TrafficByLink;
}
