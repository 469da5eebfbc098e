import type { Mode } from '../trace/rules/index.ts';

/** What a caller may expect to come back over its link, in each mode. */
export const comesBack: Record<Mode, 'nothing' | 'an answer' | 'anything'> = {
  simplex: 'nothing',
  'half-duplex': 'an answer',
  'full-duplex': 'anything',
};
