import { type Account, historyOf } from '../../lib/trace/history.ts';
import type { Talk, TraceEvent } from '../../lib/trace/index.ts';
import { lanesOf } from '../../lib/trace/lane.ts';

const history = (events: readonly TraceEvent[]) =>
  historyOf(lanesOf([{ name: 'run', events }]).lanes);

/** What was said over the only link of a record. */
export const onlyTalk = (events: readonly TraceEvent[]): Talk =>
  history(events).talks[0] as Talk;

/** The only link of a record, and all that went over it. */
export const onlyAccount = (events: readonly TraceEvent[]): Account =>
  history(events).accounts[0] as Account;
