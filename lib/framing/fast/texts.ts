import { isAscii } from 'node:buffer';
import { decodeUtf8 } from '../utf8.ts';
import type { Extractor } from './batcher.ts';

/** Texts in strict UTF-8; `undefined` if the bytes are not UTF-8. */
export const texts: Extractor<string, string | undefined> = {
  one: decodeUtf8,
  /** In ASCII, a character's index is its byte's index. */
  canSlice: (buffer, start, end) => isAscii(buffer.subarray(start, end)),
  batch: (buffer, start, end) => buffer.toString('latin1', start, end),
  slice: (batch, start, end) => batch.slice(start, end),
};
