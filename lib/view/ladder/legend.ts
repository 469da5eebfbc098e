import type { Mode } from '../../trace/rules/index.ts';
import { ascii } from './ascii.ts';
import { unicode } from './glyphs.ts';

/** What the mode's own glyphs mean: one short line for above the picture. */
export function legend(mode: Mode, options: { ascii?: boolean } = {}): string {
  const g = options.ascii ? ascii : unicode;
  const line = (dash: string) => dash.repeat(2) + g.right;
  const legends: Record<Mode, string> = {
    simplex: `${line(g.message)} a message   ${line(g.control)} the connection itself`,
    'half-duplex': `${g.speak} may speak   ${g.listen} must listen`,
    'full-duplex': `${g.crossed} two messages crossed   2${g.leadsTo}5 sent at 2, heard at 5`,
  };
  return legends[mode];
}
