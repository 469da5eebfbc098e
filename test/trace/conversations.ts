import type { Conversation } from '../../lib/trace/conversation.ts';
import { logsOf } from '../../lib/trace/end-log.ts';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { type Account, historyOf } from '../../lib/trace/history.ts';

const history = (events: readonly TraceEvent[]) =>
  historyOf(logsOf([{ name: 'run', events }]).logs);

/** What was said over the only link of a record. */
export const onlyConversation = (events: readonly TraceEvent[]): Conversation =>
  history(events).conversations[0] as Conversation;

/** The only link of a record, and all that went over it. */
export const onlyAccount = (events: readonly TraceEvent[]): Account =>
  history(events).accounts[0] as Account;
