import { bytes } from '../bytes.ts';
import type { TextEnd } from '../kind.ts';
import { WIDEST } from './text-cutter.ts';

/**
 * Frames texts with which nothing can be wrong: the frame of a short one that does not contain even
 * the first character of the mark is the text and the mark. For every other text it returns
 * `undefined`.
 */
export function textFramer({ mark, orCr = false }: TextEnd, limit: number) {
  const first = mark.charAt(0);
  const longest = Math.floor(limit / WIDEST);
  return (text: string): Uint8Array | undefined =>
    text.length > longest ||
    text.includes(first) ||
    (orCr && text.endsWith('\r')) ||
    !text.isWellFormed()
      ? undefined
      : bytes.fromText(text + mark);
}
