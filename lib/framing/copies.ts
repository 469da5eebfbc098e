import type { Taking } from './ahead.ts';

const copy = (room: Buffer, start: number, end: number) =>
  new Uint8Array(room.subarray(start, end));

/** Bytes in memory of their own, which they may share with each other. */
export const copies: Taking<Uint8Array> = {
  alone: copy,
  canCut: () => true,
  together: copy,
  cut: ({ buffer }, start, end) => new Uint8Array(buffer, start, end - start),
};
