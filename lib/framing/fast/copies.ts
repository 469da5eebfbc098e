import type { Extractor } from './batcher.ts';

const copy = (from: Buffer, start: number, end: number) =>
  new Uint8Array(from.subarray(start, end));

/** Bytes in memory of their own, which they may share with each other. */
export const copies: Extractor<Uint8Array> = {
  one: copy,
  canSlice: () => true,
  batch: copy,
  slice: ({ buffer }, start, end) => new Uint8Array(buffer, start, end - start),
};
