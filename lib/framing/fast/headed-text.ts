import { native } from '../native.ts';

/**
 * Frames texts after a head that says their length: both are written into one piece of memory. For a text
 * without UTF-8, or over the limit, it returns `undefined`.
 */
export function headedText(head: (size: number) => Uint8Array, limit: number) {
  return (text: string): Uint8Array | undefined => {
    if (native === undefined || !text.isWellFormed()) return undefined;
    const size = native.Buffer.byteLength(text);
    return size > limit ? undefined : written(head(size), text, size, native.Buffer);
  };
}

function written(
  head: Uint8Array,
  text: string,
  size: number,
  { allocUnsafe }: typeof Buffer,
): Uint8Array {
  const frame = allocUnsafe(head.length + size);
  frame.set(head);
  frame.write(text, head.length);
  return frame;
}
