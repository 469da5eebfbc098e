import { lengthPrefixed } from './length-prefixed.ts';
import { lines } from './lines.ts';
import { netstring } from './netstring.ts';

/** The framings that `--framing` can choose, by name. */
export const namedFramings = { lines, length: lengthPrefixed, netstring };

export type FramingName = keyof typeof namedFramings;

export const framingNames = Object.keys(namedFramings) as FramingName[];
