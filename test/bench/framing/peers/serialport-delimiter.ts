import { DelimiterParser } from '@serialport/parser-delimiter';
import { type Read, through } from './read.ts';

export const read: Read = (chunks, each) =>
  through(new DelimiterParser({ delimiter: '\n' }), chunks, each);
