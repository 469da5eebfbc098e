import type { Conversation } from '../conversation.ts';
import type { Counts } from '../counts.ts';
import type { Seen } from '../end-log.ts';
import type { Account, History } from '../history.ts';
import type { RuleOptions } from './options.ts';

/** What one mode forbids or allows. docs/trace.md explains it. */
export interface Rule {
  /**
   * The result of a run that tested the mode: `kept` (it did not do what is forbidden) or `shown`
   * (it did what is allowed).
   */
  readonly result: 'kept' | 'shown';
  /** What the verdict calls the mode under these options. */
  title(options: RuleOptions): string;
  /** What was heard although the mode forbids it. The rule sees the whole run; the earliest offence counts. */
  offences(run: Judged, options: RuleOptions): Offence[];
  /**
   * Why a tap, in the middle of a link, cannot prove that a run kept the mode; left out where it can.
   * docs/tap.md explains it.
   */
  readonly unseenByTap?: string;
  /** Whether the record of one end tells everything that the mode needs. */
  oneEndTells(account: Account, options: RuleOptions): boolean;
  /** Why this run did not test the mode; `undefined` if it did. */
  untested(history: History, options: RuleOptions): string | undefined;
  /** The counts on which the verdict is based, in words. */
  evidence(counts: Counts): string[];
}

/** What can be judged of a run, even if the records of other links are incomplete. */
export interface Judged {
  /** The conversations whose records are whole at both ends. */
  readonly conversations: readonly Conversation[];
  /** The links of which only one end's record is here, from the opening on. */
  readonly alone: readonly Account[];
}

/** The event that broke the mode, and why. */
export interface Offence {
  readonly seen: Seen;
  readonly why: string;
}

export const heardNothing = 'no message was heard';
