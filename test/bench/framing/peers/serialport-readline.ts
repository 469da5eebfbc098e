import { ReadlineParser } from '@serialport/parser-readline';
import { type Read, through } from './read.ts';

export const read: Read = (chunks, each) => through(new ReadlineParser(), chunks, each);
