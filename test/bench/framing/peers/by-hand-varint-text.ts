import { read as bytes } from './by-hand-varint.ts';
import type { Read } from './read.ts';

export const read: Read = (chunks, each) =>
  bytes(chunks, frame => each((frame as Buffer).toString()));
