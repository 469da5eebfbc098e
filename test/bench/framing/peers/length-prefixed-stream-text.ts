import { read as readBytes } from './length-prefixed-stream.ts';
import type { Read } from './read.ts';

export const read: Read = (chunks, each) =>
  readBytes(chunks, frame => each(String(frame)));
