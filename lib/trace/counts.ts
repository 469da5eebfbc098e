import type { Conversation, Heard } from './conversation.ts';
import { type Crossing, countCrossings, crossings } from './crossing.ts';
import type { History } from './history.ts';
import { inOneOrder } from './one-order.ts';
import type { RuleOptions } from './rules/options.ts';
import type { TrafficByLink } from './traffic.ts';
import type { Unheard } from './unheard.ts';

/** The counts of a run. */
export interface Counts {
  /** Messages that were heard. */
  readonly heard: number;
  /** How many different messages were heard: a room's message is heard by many. */
  readonly said: number;
  /** Whether all members and relays agree on one order of the messages. */
  readonly oneOrder: boolean;
  /** The heard messages that went back: to the caller, or to the end that may speak in simplex. */
  readonly heardBack: number;
  /** The number of runs of messages by one speaker; with strict turns each run is one message. */
  readonly turns: number;
  readonly crossings: number;
  /** The first few crossings, for the verdict line. */
  readonly firstCrossings: readonly Crossing[];
  /** The messages that were sent, and that nobody heard. */
  readonly unheard: readonly Unheard[];
  /** The bytes of payload and framing that the callers sent; `bytesBack`: those that the called ends sent. */
  readonly bytesThere: number;
  readonly bytesBack: number;
  /** False: on a link where something was heard nobody recorded bytes, so the two sums say nothing. */
  readonly hasBytes: boolean;
  /** From the first message sent to the last one heard, in milliseconds. */
  readonly elapsed: number;
}

/** More would not fit into a line. */
const crossingsNamed = 3;

export function count(
  { conversations, unheard }: History,
  { from, traffic }: RuleOptions,
): Counts {
  const heard = conversations.flatMap(conversation => conversation.heard);
  const ways = conversations.map(conversation => wayOf(conversation, from));
  return {
    heard: heard.length,
    said: new Set(heard.map(message => message.sent)).size,
    oneOrder: inOneOrder(heard),
    heardBack: sum(ways.map(heardBack)),
    turns: sum(conversations.map(turnsIn)),
    crossings: sum(conversations.map(countCrossings)),
    firstCrossings: firstCrossings(conversations),
    unheard,
    bytesThere: bytesFrom(ways, traffic, 'caller'),
    bytesBack: bytesFrom(ways, traffic, 'callee'),
    hasBytes: haveBytes(ways, traffic),
    elapsed: elapsed(heard),
  };
}

/** Returns the conversation as simplex sees it: its caller is the end that may speak. */
const wayOf = (conversation: Conversation, from: string | undefined): Conversation =>
  from === conversation.callee
    ? { ...conversation, caller: conversation.callee, callee: conversation.caller }
    : conversation;

function haveBytes(
  conversations: readonly Conversation[],
  traffic: TrafficByLink | undefined,
): boolean {
  const has = ({ link }: Conversation) => traffic?.has(link?.name ?? '') ?? false;
  const heard = conversations.filter(conversation => conversation.heard.length > 0);
  return conversations.some(has) && heard.every(has);
}

const bytesFrom = (
  conversations: readonly Conversation[],
  traffic: TrafficByLink | undefined,
  who: 'caller' | 'callee',
): number => {
  const other = who === 'caller' ? 'callee' : 'caller';
  const byName = new Map(
    conversations.map(conversation => [conversation.link?.name ?? '', conversation]),
  );
  const moved = [...byName].map(([name, conversation]) => {
    const ends = traffic?.get(name);
    // If the sender's end kept no record, the receiver knows what has arrived.
    return ends?.get(conversation[who])?.out ?? ends?.get(conversation[other])?.in ?? 0;
  });
  return sum(moved);
};

function firstCrossings(conversations: readonly Conversation[]): Crossing[] {
  const first: Crossing[] = [];
  for (const conversation of conversations) {
    for (const crossing of crossings(conversation)) {
      if (first.push(crossing) === crossingsNamed) return first;
    }
  }
  return first;
}

function elapsed(heard: readonly Heard[]): number {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const { sent, received } of heard) {
    first = Math.min(first, sent.event.at);
    last = Math.max(last, received.event.at);
  }
  return heard.length === 0 ? 0 : last - first;
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);

function heardBack({ heard, callee }: Conversation): number {
  return heard.filter(message => message.from === callee).length;
}

function turnsIn({ heard }: Conversation): number {
  return heard.filter((message, index) => message.from !== heard[index - 1]?.from)
    .length;
}
