import { read as readBytes } from './it-length-prefixed.ts';
import type { Read } from './read.ts';

const utf8 = new TextDecoder();

export const read: Read = (chunks, each) =>
  readBytes(chunks, frame => each(utf8.decode(frame as Uint8Array)));
