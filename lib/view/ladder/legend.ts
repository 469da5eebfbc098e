import type { Mode } from '../../trace/rules/index.ts';
import { looks } from '../looks.ts';
import { ascii } from './ascii.ts';
import { unicode } from './glyphs.ts';

/** Returns short lines to print above the picture: what the mode's own glyphs mean. */
export const legend = (
  mode: Mode,
  options: { ascii?: boolean } = {},
): readonly string[] => looks[mode].legend(options.ascii ? ascii : unicode);
