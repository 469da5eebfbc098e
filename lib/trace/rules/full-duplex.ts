import type { Counts } from '../counts.ts';
import { type Crossing, firstCrossing } from '../crossing.ts';
import { numberOf, plural } from '../naming.ts';
import type { Rule } from './rule.ts';

/** Both ways at the same time: it forbids nothing, so a run can only show it. */
export const fullDuplexRule: Rule = {
  result: 'shown',
  title: () => 'full-duplex',
  offences: () => [],
  oneEndTells: () => false,
  untested: ({ conversations }) =>
    conversations.some(firstCrossing)
      ? undefined
      : 'no two messages crossed: full-duplex allows that, and this run did not do it',
  evidence: counts => [...carried(counts), crossed(counts), ...order(counts)],
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
