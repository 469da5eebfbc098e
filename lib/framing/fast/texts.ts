import { bytes } from '../bytes.ts';
import { native } from '../native.ts';
import type { Extractor } from './batcher.ts';

/** Texts in strict UTF-8; `undefined` if the bytes are not UTF-8. */
export const texts: Extractor<string, string | undefined> = {
  one: bytes.toText,
  /** In ASCII, a character's index is its byte's index. */
  canSlice: (buffer, start, end) =>
    native?.isAscii(buffer.subarray(start, end)) ?? false,
  batch: (buffer, start, end) => buffer.toString('latin1', start, end),
  slice: (batch, start, end) => batch.slice(start, end),
};
