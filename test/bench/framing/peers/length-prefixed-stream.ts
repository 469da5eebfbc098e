import { createRequire } from 'node:module';
import type { Duplex } from 'node:stream';
import { type Read, through } from './read.ts';

// It has no types.
const { decode } = createRequire(import.meta.url)('length-prefixed-stream') as {
  decode(): Duplex;
};

export const read: Read = (chunks, each) => through(decode(), chunks, each);
