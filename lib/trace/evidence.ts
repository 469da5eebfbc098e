import { numberOf } from './contradiction.ts';
import type { Counts } from './counts.ts';
import type { Crossing } from './crossing.ts';
import type { Mode } from './event.ts';
import type { Unheard } from './unheard.ts';
import type { Verdict } from './verdict.ts';

/** Returns the counts on which a verdict is based, for the middle of its line: `4 heard in 4 turns · 0 crossings`. */
export function evidence({ mode, counts }: Verdict): string {
  const parts = evidenceOf[mode](counts);
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

const evidenceOf: Record<Mode, (counts: Counts) => string[]> = {
  simplex: ({ heard, heardBack, bytesThere, bytesBack }) => [
    `${plural(heard - heardBack, 'message')} one way (${plural(bytesThere, 'byte')})`,
    heardBack === 0
      ? `${plural(bytesBack, 'byte')} the other way`
      : `${heardBack} the other way (${plural(bytesBack, 'byte')})`,
  ],
  'half-duplex': ({ heard, turns, crossings }) => [
    `${heard} heard in ${plural(turns, 'turn')}`,
    plural(crossings, 'crossing'),
  ],
  'full-duplex': counts => [...carried(counts), crossed(counts), ...order(counts)],
};

const isPassedOn = ({ said, heard }: Counts): boolean => said !== heard;

const carried = (counts: Counts): string[] =>
  isPassedOn(counts)
    ? [`${counts.said} in, ${counts.heard} out`]
    : [plural(counts.heard, 'message')];

const order = (counts: Counts): string[] =>
  isPassedOn(counts) ? [counts.oneOrder ? 'one order' : 'several orders'] : [];

function crossed({ crossings, firstCrossings }: Counts): string {
  const pairs = firstCrossings.map(pair);
  if (crossings > pairs.length) pairs.push('…');
  const which = pairs.length > 0 ? ` (${pairs.join(', ')})` : '';
  return `${plural(crossings, 'crossing')}${which}`;
}

const pair = (crossing: Crossing): string =>
  crossing
    .map(({ sent }) => sent)
    .toSorted((one, other) => one.place - other.place)
    .map(numberOf)
    .join(' ╳ ');

const plural = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;
