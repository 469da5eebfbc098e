import { LineStream } from 'byline';
import { type Read, through } from './read.ts';

export const read: Read = (chunks, each) => through(new LineStream(), chunks, each);
