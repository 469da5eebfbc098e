/** The text of `size` bytes. */
export interface Batch {
  readonly text: string;
  readonly size: number;
}

export const NOTHING: Batch = { text: '', size: 0 };
