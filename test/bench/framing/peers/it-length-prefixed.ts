// It gives a list of pieces; `subarray` makes one piece of them.

import { decode } from 'it-length-prefixed';
import type { Read } from './read.ts';

const maxDataLength = 2 ** 25;

export const read: Read = (chunks, each) => {
  for (const frame of decode(chunks, { maxDataLength })) each(frame.subarray());
};
