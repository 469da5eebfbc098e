import { isAscii } from 'node:buffer';
import { decodeUtf8 } from '../utf8.ts';
import type { Slicing } from './ahead.ts';

/** Strict UTF-8; `undefined`: these bytes are not. */
export const texts: Slicing<string, string | undefined> = {
  alone: decodeUtf8,
  /** In ASCII a character is where its byte is. */
  canSlice: (bytes, start, end) => isAscii(bytes.subarray(start, end)),
  together: (bytes, start, end) => bytes.toString('latin1', start, end),
  slice: (batch, start, end) => batch.slice(start, end),
};
