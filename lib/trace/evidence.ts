import type { Counts } from './counts.ts';
import { numberOf } from './naming.ts';
import { rules } from './rules/index.ts';
import type { Unheard } from './unheard.ts';
import type { Verdict } from './verdict.ts';

/**
 * Returns the counts on which a verdict is based, for the middle of its line: `4 heard in 4 turns ·
 * 0 crossings`.
 */
export function evidence({ mode, counts }: Verdict): string {
  const parts = rules[mode].evidence(counts);
  if (counts.unheard.length > 0) parts.push(notHeard(counts));
  return parts.join(' · ');
}

/** Returns `2 not heard (5 rejected, 8 lost)`. If there are many, it names only the first few. */
export function notHeard({ unheard }: Counts): string {
  const named = unheard.slice(0, most).map(called);
  if (unheard.length > most) named.push('…');
  return `${unheard.length} not heard (${named.join(', ')})`;
}

/** More would not fit into a line. */
const most = 6;

const called = ({ seen, fate }: Unheard): string => `${numberOf(seen)} ${fate}`;
