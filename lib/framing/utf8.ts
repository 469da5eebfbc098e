import { isUtf8 } from 'node:buffer';

/** Returns bytes `start` to `end` as text, or `undefined` if they are not UTF-8. */
export function decodeUtf8(
  bytes: Buffer,
  start: number,
  end: number,
): string | undefined {
  const text = bytes.toString('utf8', start, end);
  // U+FFFD stands for wrong bytes, unless the sender wrote it.
  const right = !text.includes('\ufffd') || isUtf8(bytes.subarray(start, end));
  return right ? text : undefined;
}
