import { isAscii } from 'node:buffer';
import type { Taking } from './ahead.ts';

/** It throws for invalid bytes, and takes a byte order mark for the character it is. */
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Strict UTF-8; `undefined`: these bytes are not. */
export const utf8: Taking<string, string | undefined> = {
  alone(room, start, end) {
    const text = room.toString('utf8', start, end);
    // U+FFFD stands for wrong bytes, unless somebody said it.
    if (!text.includes('\ufffd')) return text;
    try {
      return strict.decode(room.subarray(start, end));
    } catch {
      return undefined;
    }
  },
  /** In ASCII a character is where its byte is. */
  canCut: (room, start, end) => isAscii(room.subarray(start, end)),
  together: (room, start, end) => room.toString('latin1', start, end),
  cut: (text, start, end) => text.slice(start, end),
};
