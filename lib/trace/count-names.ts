import type { Counts } from './counts.ts';

/** The counts that a scene may expect, and how to find each. */
export const countNames = {
  heard: (counts: Counts) => counts.heard,
  messages: (counts: Counts) => counts.heard,
  in: (counts: Counts) => counts.said,
  out: (counts: Counts) => counts.heard,
  turns: (counts: Counts) => counts.turns,
  crossings: (counts: Counts) => counts.crossings,
  'not heard': (counts: Counts) => counts.unheard.length,
  bytes: (counts: Counts) => counts.bytesThere,
  'bytes back': (counts: Counts) => counts.bytesBack,
  ms: (counts: Counts) => counts.elapsed,
};
export type CountName = keyof typeof countNames;
