import { isAscii, isUtf8 } from 'node:buffer';
import type { Taking } from './ahead.ts';

/** The text of so many bytes. */
export interface Stretch {
  readonly text: string;
  readonly size: number;
}

/** Strict UTF-8; `undefined`: these bytes are not. */
export const utf8: Taking<string, string | undefined> = {
  alone(room, start, end) {
    const text = room.toString('utf8', start, end);
    // U+FFFD stands for wrong bytes, unless somebody said it.
    const right = !text.includes('\ufffd') || isUtf8(room.subarray(start, end));
    return right ? text : undefined;
  },
  /** In ASCII a character is where its byte is. */
  canCut: (room, start, end) => isAscii(room.subarray(start, end)),
  together: (room, start, end) => room.toString('latin1', start, end),
  cut: (text, start, end) => text.slice(start, end),
};
