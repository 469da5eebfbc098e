// split2("\n"): a fixed delimiter is faster than the pattern it has by itself.

import split2 from 'split2';
import { type Read, through } from './read.ts';

export const read: Read = (chunks, each) => through(split2('\n'), chunks, each);
