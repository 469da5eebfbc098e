import { numberOf, withArticle } from './contradiction.ts';
import { firstCrossing } from './crossing.ts';
import type { Mode } from './event.ts';
import type { Account, History } from './history.ts';
import { simplexRule } from './simplex-rule.ts';
import type { Heard, Talk } from './talk.ts';
import type { TrafficByLink } from './traffic.ts';
import { type Offence, outOfTurn, outOfTurnFromOneEnd } from './turn-rule.ts';

export interface RuleOptions {
  /**
   * half-duplex: `strict` is our turn protocol: the caller speaks first, and one message is one turn.
   * `free` is the mode itself: no two heard messages cross. Default: strict.
   */
  readonly turns?: 'strict' | 'free';
  /** simplex: the end that may speak. Default: the end that called. */
  readonly from?: string;
  /** The bytes that each end moved. Default: the sums of the record's chunks. */
  readonly traffic?: TrafficByLink;
}

/** What one mode forbids or allows. docs/trace.md explains it. */
export interface Rule {
  /** The result of a run that tested the mode: `kept` (it did not do what is forbidden) or `shown` (it did what is allowed). */
  readonly result: 'kept' | 'shown';
  /** The first heard message that the mode forbids. */
  violation(talk: Talk, options: RuleOptions): Offence | undefined;
  /** The same from the record of one end, if that record alone proves it. */
  violationFromOneEnd(account: Account, options: RuleOptions): Offence | undefined;
  /** Whether the record of one end tells everything that the mode needs. */
  oneEndTells(account: Account, options: RuleOptions): boolean;
  /** Why this run did not test the mode; `undefined` if it did. */
  untested(history: History, options: RuleOptions): string | undefined;
}

const heardNothing = 'no message was heard';

const halfDuplex: Rule = {
  result: 'kept',
  violation: (talk, { turns }) => (turns === 'free' ? crossed(talk) : outOfTurn(talk)),
  violationFromOneEnd: ({ link, frames }, { turns }) =>
    turns === 'free' ? undefined : outOfTurnFromOneEnd(link, frames),
  oneEndTells: () => false,
  untested({ talks }) {
    const speakers = talks.map(({ heard }) => new Set(heard.map(({ from }) => from)));
    if (speakers.some(({ size }) => size > 1)) return undefined;
    const [who] = speakers.flatMap(set => [...set]);
    return who === undefined
      ? heardNothing
      : `only ${withArticle(who)} was heard, so nobody could break a turn`;
  },
};

const fullDuplex: Rule = {
  result: 'shown',
  violation: () => undefined,
  violationFromOneEnd: () => undefined,
  oneEndTells: () => false,
  untested: ({ talks }) =>
    talks.some(firstCrossing)
      ? undefined
      : 'no two messages crossed: full-duplex allows that, and this run did not do it',
};

export const rules: Record<Mode, Rule> = {
  simplex: simplexRule,
  'half-duplex': halfDuplex,
  'full-duplex': fullDuplex,
};

function crossed(talk: Talk): Offence | undefined {
  const crossing = firstCrossing(talk);
  if (crossing === undefined) return undefined;
  const [first, second] = crossing.toSorted(byPlace) as [Heard, Heard];
  const why = `${numberOf(first.sent)} and ${numberOf(second.sent)} crossed`;
  return { seen: first.sent, why };
}

const byPlace = (one: Heard, other: Heard): number => one.sent.place - other.sent.place;
