// split2 as its README has it: any line ending.

import split2 from 'split2';
import { type Read, through } from './read.ts';

export const read: Read = (chunks, each) => through(split2(), chunks, each);
