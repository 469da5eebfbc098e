import type { Slicing } from './ahead.ts';

const copy = (bytes: Buffer, start: number, end: number) =>
  new Uint8Array(bytes.subarray(start, end));

/** Bytes in memory of their own, which they may share with each other. */
export const copies: Slicing<Uint8Array> = {
  alone: copy,
  canSlice: () => true,
  together: copy,
  slice: ({ buffer }, start, end) => new Uint8Array(buffer, start, end - start),
};
