import type { TraceEvent } from './event.ts';
import { Matcher } from './match.ts';
import { betweenPeople } from './people.ts';

/** One message that was heard, as both its ends recorded it. */
export interface Heard {
  readonly from: string;
  readonly to: string;
  readonly sent: TraceEvent;
  readonly received: TraceEvent;
}

/** What two people said to each other over one link. */
export interface Conversation {
  /** Who opened the link. In half-duplex this one speaks first. */
  readonly caller: string;
  readonly callee: string;
  /** In the order in which they were sent. */
  readonly heard: readonly Heard[];
  /** The numbers of the messages that were said and refused or cut off. */
  readonly notHeard: readonly number[];
  readonly link: string;
  /** Everything that either end recorded, in order. */
  readonly events: readonly TraceEvent[];
  /** False when only one end kept a record. */
  readonly bothEnds: boolean;
}

/** What a record calls the end that kept none. */
const unrecorded = 'the other end';

/** Between the two ends of each link; where a relay passes words on, between the people. */
export function conversations(events: readonly TraceEvent[]): Conversation[] {
  const relayed = events.some(event => event.of !== undefined);
  return relayed ? betweenPeople(events, matched(events)) : overLinks(events);
}

function overLinks(events: readonly TraceEvent[]): Conversation[] {
  const links = new Map<string, TraceEvent[]>();
  for (const event of events) {
    const link = links.get(event.link);
    if (link === undefined) links.set(event.link, [event]);
    else link.push(event);
  }
  return [...links.values()].map(conversation);
}

function conversation(events: readonly TraceEvent[]): Conversation {
  const ends = [...new Set(events.map(event => event.end))];
  const opened = events.find(event => event.what === 'opened');
  const one = opened?.end ?? ends[0] ?? unrecorded;
  const other = ends.find(end => end !== one) ?? unrecorded;
  const [caller, callee] = opened?.by === 'peer' ? [other, one] : [one, other];
  const matcher = matched(events);
  return {
    caller,
    callee,
    heard: heard(events, matcher),
    notHeard: notHeard(events, matcher),
    link: events[0]?.link ?? '',
    events,
    bothEnds: ends.length > 1,
  };
}

function matched(events: readonly TraceEvent[]): Matcher {
  const matcher = new Matcher();
  for (const event of events) matcher.add(event);
  return matcher;
}

function heard(events: readonly TraceEvent[], matcher: Matcher): Heard[] {
  return events.flatMap(sent => {
    if (sent.what !== 'sent' || sent.kind !== 'message') return [];
    const received = matcher.of(sent);
    if (received?.what !== 'received') return [];
    return [{ from: sent.end, to: received.end, sent, received }];
  });
}

/** By the speaker's number where there is one: that is the word that was lost. */
function notHeard(events: readonly TraceEvent[], matcher: Matcher): number[] {
  return events
    .filter(event => event.what === 'refused')
    .map(refused => matcher.of(refused) ?? refused)
    .filter(event => event.kind === 'message')
    .map(event => event.n);
}
