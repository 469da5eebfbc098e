import type { TraceEvent } from './event.ts';
import type { Matcher } from './match.ts';
import { Origins } from './origins.ts';
import type { Conversation, Heard } from './talk.ts';

/** A word that a relay passed on: said by one person, heard by another. */
interface Relayed extends Heard {
  /** The same word as the relay received it. */
  readonly origin: TraceEvent;
}

/**
 * The conversations between people who talk through an exchange or a room. A word that is passed on is
 * one message from who said it to who hears it, however the relay collects its writes: counted per
 * link, a relay that takes both in before it passes either on would show no crossing at all.
 */
export function betweenPeople(
  events: readonly TraceEvent[],
  matcher: Matcher,
): Conversation[] {
  const relayed = relays(events, matcher);
  const pairs = new Map<string, Relayed[]>();
  for (const word of relayed) {
    const pair = [word.from, word.to].sort().join(' ');
    const words = pairs.get(pair);
    if (words === undefined) pairs.set(pair, [word]);
    else words.push(word);
  }
  return [...[...pairs.values()].map(talk), unheard(events, relayed)];
}

function relays(events: readonly TraceEvent[], matcher: Matcher): Relayed[] {
  const origins = new Origins();
  for (const event of events) origins.add(event);
  return events.flatMap(passed => {
    const origin = origins.of(passed);
    const sent = origin && matcher.of(origin);
    const heard = matcher.of(passed);
    if (origin === undefined || sent === undefined || heard?.what !== 'received')
      return [];
    return [{ from: sent.end, to: heard.end, sent, received: heard, origin }];
  });
}

function talk(words: readonly Relayed[]): Conversation {
  const heard = words.toSorted((one, two) => one.sent.n - two.sent.n);
  const [{ from: caller = '', to: callee = '' } = {}] = heard;
  const link = `${caller} ${callee}`;
  return { caller, callee, heard, notHeard: [], link, events: [], bothEnds: true };
}

/** What people said and nobody heard: refused, or passed on to no one. */
function unheard(
  events: readonly TraceEvent[],
  relayed: readonly Relayed[],
): Conversation {
  const heard = new Set(relayed.map(word => word.sent));
  const notHeard = events
    .filter(event => event.what === 'sent' && event.kind === 'message' && !event.of)
    .filter(event => !heard.has(event))
    .map(event => event.n);
  const links = new Map<string, Set<string>>();
  for (const { link, end } of events)
    links.set(link, (links.get(link) ?? new Set()).add(end));
  const bothEnds = [...links.values()].every(ends => ends.size > 1);
  return {
    caller: '',
    callee: '',
    heard: [],
    notHeard,
    link: '',
    events: [],
    bothEnds,
  };
}

/** Whether all who heard several words heard them in the order in which the relay took them. */
export function inOneOrder(talks: readonly Conversation[]): boolean {
  const words = talks.flatMap(({ heard }) => heard.filter(isRelayed));
  const last = new Map<string, number>();
  for (const { to, origin } of words.sort((a, b) => a.received.n - b.received.n)) {
    if (origin.n < (last.get(to) ?? 0)) return false;
    last.set(to, origin.n);
  }
  return true;
}

const isRelayed = (word: Heard): word is Relayed => 'origin' in word;
