import { lanesOf } from '../../lib/trace/end-lane.ts';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { type Account, historyOf } from '../../lib/trace/history.ts';
import type { Talk } from '../../lib/trace/talk.ts';

const history = (events: readonly TraceEvent[]) =>
  historyOf(lanesOf([{ name: 'run', events }]).lanes);

/** What was said over the only link of a record. */
export const onlyTalk = (events: readonly TraceEvent[]): Talk =>
  history(events).talks[0] as Talk;

/** The only link of a record, and all that went over it. */
export const onlyAccount = (events: readonly TraceEvent[]): Account =>
  history(events).accounts[0] as Account;
