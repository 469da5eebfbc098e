import type { Conversation, Heard } from '../conversation.ts';
import { firstCrossing } from '../crossing.ts';
import { numberOf, plural } from '../naming.ts';
import { withArticle } from '../parts.ts';
import { heardNothing, type Offence, type Rule } from './rule.ts';
import { outOfTurn, outOfTurnFromOneEnd } from './turn-rule.ts';

/** Both ways, but one at a time. */
export const halfDuplexRule: Rule = {
  result: 'kept',
  title: ({ turns }) =>
    turns === 'free' ? 'half-duplex by free turns' : 'half-duplex',
  offences: ({ conversations, alone }, { turns }) =>
    turns === 'free'
      ? conversations.flatMap(conversation => crossed(conversation) ?? [])
      : [
          ...conversations.flatMap(conversation => outOfTurn(conversation) ?? []),
          ...alone.flatMap(
            ({ link, frames }) => outOfTurnFromOneEnd(link, frames) ?? [],
          ),
        ],
  oneEndTells: () => false,
  unseenByTap:
    'no message met another at the tap, and none was out of turn; a tap cannot see what crosses elsewhere on the link',
  untested({ conversations }) {
    const speakers = conversations.map(
      ({ heard }) => new Set(heard.map(({ from }) => from)),
    );
    if (speakers.some(({ size }) => size > 1)) return undefined;
    const [who] = speakers.flatMap(set => [...set]);
    return who === undefined
      ? heardNothing
      : `only ${withArticle(who)} was heard, so nobody could break a turn`;
  },
  evidence: ({ heard, turns, crossings }) => [
    `${heard} heard in ${plural(turns, 'turn')}`,
    plural(crossings, 'crossing'),
  ],
};

function crossed(conversation: Conversation): Offence | undefined {
  const crossing = firstCrossing(conversation);
  if (crossing === undefined) return undefined;
  const [first, second] = crossing.toSorted(byPlace) as [Heard, Heard];
  const why = `${numberOf(first.sent)} and ${numberOf(second.sent)} crossed`;
  return { seen: first.sent, why };
}

const byPlace = (one: Heard, other: Heard): number => one.sent.place - other.sent.place;
