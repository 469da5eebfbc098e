import { Ladder } from './ladder/ladder.ts';
import type { View, ViewOptions } from './ladder/lanes.ts';
import { Plain } from './rows/plain.ts';
import { Table } from './rows/table.ts';

export type Style = 'ladder' | 'table' | 'plain';

const styles = { ladder: Ladder, table: Table, plain: Plain };

/** A picture that grows with every settled batch of events. */
export const view = (style: Style, options: ViewOptions): View =>
  new styles[style](options);

/** The best style for a window of this width; sentences if there is no terminal. */
export function styleFor(width: number, lanes: number, tty: boolean): Style {
  if (!tty || width < 50) return 'plain';
  return width < 72 || lanes >= 5 ? 'table' : 'ladder';
}
