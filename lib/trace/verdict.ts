import { besideGaps } from './beside-gaps.ts';
import { type Counts, count } from './counts.ts';
import { logsOf } from './end-log.ts';
import type { TraceEvent } from './event.ts';
import { type Account, type History, historyOf } from './history.ts';
import { emptyAmong, gapIn, type TraceRecord } from './record.ts';
import { type Mode, rules } from './rules/index.ts';
import type { RuleOptions } from './rules/options.ts';
import type { Judged, Rule } from './rules/rule.ts';
import { openingOf, type TraceLink } from './trace-link.ts';
import { stopsEarly } from './whole.ts';

/** What a record says about one mode. docs/trace.md has the definitions. */
export interface Verdict {
  readonly mode: Mode;
  /** half-duplex: which of its two rules was applied. */
  readonly turns: 'strict' | 'free';
  /**
   * `kept`: the run tested the mode, and did not do what the mode forbids. `shown`: it did what the
   * mode allows. `violated`: it did what the mode forbids. `undecided`: the record cannot tell.
   */
  readonly result: 'kept' | 'shown' | 'violated' | 'undecided';
  /** If violated, by what; if undecided, why. */
  readonly why?: string;
  /** False: the records leave something out, so the counts are not those of the run. */
  readonly complete: boolean;
  readonly counts: Counts;
}

/**
 * The mode oracle: judges a record by what its ends sent, received and rejected, in which order. Throws
 * a Contradiction if that cannot all be true, and an Error if `from` is in no record.
 */
export const judge = (
  mode: Mode,
  events: readonly TraceEvent[],
  options: RuleOptions = {},
): Verdict => verdictOn(mode, [{ name: 'the record', events }], options);

/** The same for the records that several programs kept of one run, each in its own file. */
export const judgeRecords = (
  mode: Mode,
  records: readonly TraceRecord[],
  options: RuleOptions = {},
): Verdict => verdictOn(mode, records, options, true);

/** `areFiles`: the programs have ended, so every number is there, and every link is closed. */
function verdictOn(
  mode: Mode,
  records: readonly TraceRecord[],
  given: RuleOptions,
  areFiles = false,
): Verdict {
  const gaps = areFiles ? records.map(gapIn) : [];
  const gap = gaps.find(one => one !== undefined);
  const all = logsOf(records);
  const options = { turns: 'strict', traffic: all.traffic, ...given } as const;
  isKnown([...all.logs.keys()], options.from);
  const history = gap === undefined ? historyOf(all.logs) : besideGaps(all, gaps);
  const files = areFiles ? { lack: gap ?? emptyAmong(records) } : undefined;
  const finding = proved(rules[mode], history, options, files);
  const counts = count(history, options);
  return { mode, turns: options.turns, ...finding, counts };
}

function isKnown(ends: readonly string[], from: string | undefined): void {
  if (from === undefined || ends.includes(from)) return;
  throw new Error(
    `no record is from "${from}": there are ${ends.join(', ') || 'none'}`,
  );
}

/**
 * The same, with the limits of a tap that wrote the record (docs/tap.md). A crossing or a broken turn in it
 * is real. Messages may also have crossed between the tap and an end, so a mode may stay undecided.
 */
const proved: typeof find = (rule, history, options, files) => {
  const found = find(rule, history, options, files);
  if (!isByTap(history)) return found;
  const { result, why } = found;
  if (result === 'violated') return { ...found, why: `${why}; ${knowsNoKinds}` };
  return result === 'kept' && rule.unseenByTap !== undefined
    ? { ...found, result: 'undecided', why: rule.unseenByTap }
    : found;
};

const knowsNoKinds =
  'a tap knows no kinds, and counts notices, refusals and commands as messages';

const isByTap = ({ accounts }: History): boolean =>
  accounts.some(({ link }) =>
    link.sides.some(({ seen }) => openingOf(seen)?.event.role === 'tap'),
  );

function find(
  rule: Rule,
  history: History,
  options: RuleOptions,
  files: { readonly lack: string | undefined } | undefined,
): Pick<Verdict, 'result' | 'why' | 'complete'> {
  const links = files ? history.accounts.map(({ link }) => link) : [];
  const missing =
    files?.lack ?? whatIsMissing(rule, history, options) ?? stopsEarly(links);
  const complete = missing === undefined;
  const judged = judgedOf(history);
  const [offence] = rule
    .offences(judged, options)
    .sort((one, two) => one.seen.place - two.seen.place);
  if (offence) return { result: 'violated', why: offence.why, complete };
  const whole = { ...history, conversations: judged.conversations };
  if (rule.result === 'shown' && rule.untested(whole, options) === undefined)
    return { result: 'shown', complete };
  const why = missing ?? rule.untested(history, options);
  if (why !== undefined) return { result: 'undecided', why, complete };
  return { result: rule.result, complete };
}

function whatIsMissing(
  rule: Rule,
  history: History,
  options: RuleOptions,
): string | undefined {
  const { accounts, ends } = history;
  const all = accounts.filter(account => !isEnough(account, history, rule, options));
  // What else is missing may follow from a record that is not here.
  const lacking = all.find(({ link }) => isAlone(link)) ?? all[0];
  if (lacking === undefined) return undefined;
  const isShared = accounts.some(({ link }) => link.sides.length > 1);
  return ends.length > 1 && !isShared ? noLinkInCommon : lacking.missing;
}

const noLinkInCommon =
  'these records share no link; give those of one run, whose ends talked directly, not through npm run tap';

/** Each link is judged by itself, if its records are whole; through a relay all links depend on each other. */
export const judgedOf = (history: History): Judged => ({
  conversations: wholeConversations(history),
  alone: history.relayed ? [] : history.accounts.filter(beginsAlone),
});

function wholeConversations({ accounts, relayed, conversations }: History) {
  const isWhole = ({ missing }: Account) => missing === undefined;
  if (relayed) return accounts.every(isWhole) ? conversations : [];
  const whole = new Set(accounts.filter(isWhole).map(({ link }) => link));
  return conversations.filter(({ link }) => link && whole.has(link));
}

/** Whether the other end kept no record at all. */
const isAlone = ({ sides, uneven }: TraceLink): boolean =>
  sides.length === 1 && !uneven;

const beginsAlone = ({ link }: Account): boolean =>
  isAlone(link) && openingOf(link.sides[0].seen) !== undefined;

/** Whether the records of a link are whole, or have everything that the mode needs. */
const isEnough = (
  account: Account,
  { relayed }: History,
  rule: Rule,
  options: RuleOptions,
) =>
  account.missing === undefined ||
  (!relayed && isAlone(account.link) && rule.oneEndTells(account, options));
