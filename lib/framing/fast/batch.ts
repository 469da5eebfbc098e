/** The text of `size` bytes. */
export interface Batch {
  readonly text: string;
  readonly size: number;
}

export const NOTHING: Batch = { text: '', size: 0 };

/** Returns how many bytes the characters `from` to `to` of the batch have. */
export function sizeOf({ text, size }: Batch, from: number, to: number): number {
  if (text.length === size) return to - from;
  if (from === 0 && to === text.length) return size;
  return Buffer.byteLength(text.slice(from, to));
}
