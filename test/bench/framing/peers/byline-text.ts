// byline with an encoding, as its README has it.

import { LineStream } from 'byline';
import { type Read, through } from './read.ts';

export const read: Read = (chunks, each) =>
  through(new LineStream({ encoding: 'utf8' }), chunks, each);
