import type { Conversation, Heard } from '../conversation.ts';
import type { Seen } from '../end-log.ts';
import { type FrameOnLink, kindOf } from '../frame-on-link.ts';
import { numberOf } from '../naming.ts';
import { possessive, withArticle } from '../parts.ts';
import { openingOf, type TraceLink } from '../trace-link.ts';
import type { Offence } from './rule.ts';

/**
 * Returns the first message that was heard although its speaker did not have the turn. The caller
 * has the turn first; speaking gives it away, hearing brings it back, each as that end saw it. If
 * every message was sent with the turn, no two messages can cross, so this one pass detects every
 * crossing too (docs/trace.md).
 */
export function outOfTurn({ caller, heard }: Conversation): Offence | undefined {
  const hasTurn = new Map([[caller, true]]);
  const last = new Map<string, Heard>();
  for (const { seen, message } of bothEndsOf(heard)) {
    const { end } = seen.log;
    const speaks = seen === message.sent;
    if (speaks && !hasTurn.get(end))
      return { seen, why: spokeWithout(message, last.get(end)) };
    hasTurn.set(end, !speaks);
    last.set(end, message);
  }
  return undefined;
}

/**
 * Returns the offence that one end's record alone proves: it heard the same peer twice and sent no
 * message in between, or it called, and heard a message before it had sent one.
 */
export function outOfTurnFromOneEnd(
  { sides: [{ seen }] }: TraceLink,
  frames: readonly FrameOnLink[],
): Offence | undefined {
  const messages = new Set(
    frames.flatMap(frame =>
      kindOf(frame) === 'message' ? (frame.sent ?? frame.got ?? []) : [],
    ),
  );
  let mayHear = openingOf(seen)?.event.by === 'peer';
  let since: Seen | undefined;
  for (const one of seen) {
    const { event } = one;
    if (!messages.has(one) || event.what === 'refused') continue;
    const hears = event.what === 'received';
    if (hears && !mayHear) return { seen: one, why: heardWithout(one, since) };
    mayHear = !hears;
    since = one;
  }
  return undefined;
}

/**
 * `last`: the last message that the speaker said or heard: without the turn, the speaker said it. The turn passed with it, or with its arrival if that came
 * before this message.
 */
function spokeWithout({ from, to, sent }: Heard, last: Heard | undefined): string {
  const arrived = last !== undefined && last.received.place < sent.place;
  const since = arrived ? last.received : last?.sent;
  return `${withArticle(from)} spoke at ${numberOf(sent)}, the turn was ${possessive(to)} ${sinceWhen(since)}`;
}

const heardWithout = (seen: Seen, since: Seen | undefined): string =>
  `the other end was heard at ${numberOf(seen)}, the turn was ${possessive(seen.log.end)} ${sinceWhen(since)}`;

const sinceWhen = (since: Seen | undefined): string =>
  since === undefined ? 'from the start' : `since ${numberOf(since)}`;

function bothEndsOf(heard: readonly Heard[]): { seen: Seen; message: Heard }[] {
  return heard
    .flatMap(message => [
      { seen: message.sent, message },
      { seen: message.received, message },
    ])
    .sort((one, two) => one.seen.place - two.seen.place);
}
