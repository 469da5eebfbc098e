import type { TraceEvent } from './event.ts';
import type { Conversation, Heard } from './talk.ts';

/** The event that broke the mode, and why. */
export interface Offence {
  readonly event: TraceEvent;
  readonly why: string;
}

/** `alice` has `alice's` turn; `the station` the station's. */
const possessive = (end: string): string => `${withArticle(end)}'s`;

/** Stations and receivers are things, people are not. */
export const withArticle = (end: string): string =>
  /^(sender|receiver|caller|station|exchange|room)$/.test(end) ? `the ${end}` : end;

/**
 * The first message that was heard though its speaker had no turn. The caller has the turn first; to
 * speak gives it away, to hear brings it back, each as that end saw it. Where every message was sent
 * with the turn no two can cross, so this one walk convicts a crossing too (docs/trace.md).
 */
export function outOfTurn({
  caller,
  callee,
  heard,
}: Conversation): Offence | undefined {
  const hasTurn = new Map([
    [caller, true],
    [callee, false],
  ]);
  const passedAt = new Map<string, number>();
  for (const { event, message } of bothEndsOf(heard)) {
    const speaks = event === message.sent;
    if (speaks && !hasTurn.get(event.end)) {
      const since = passedAt.get(event.end);
      return { event, why: spokeWithout(message, since) };
    }
    hasTurn.set(event.end, !speaks);
    passedAt.set(message.from, event.n);
  }
  return undefined;
}

/**
 * What one end's record alone can convict: it heard the same peer twice and said nothing in between,
 * or the callee spoke before the caller had said a word.
 */
export function outOfTurnFromOneEnd(conversation: Conversation): Offence | undefined {
  const { caller, callee, events } = conversation;
  const mine = events[0]?.end;
  const peer = mine === caller ? callee : caller;
  let mayHear = mine === callee;
  let since: number | undefined;
  for (const event of events) {
    if (event.kind !== 'message') continue;
    if (event.what === 'received') {
      if (!mayHear) return { event, why: heardWithout(event, peer, since) };
      mayHear = false;
      since = event.n;
    } else if (event.what === 'sent') mayHear = true;
  }
  return undefined;
}

function spokeWithout({ from, to, sent }: Heard, since: number | undefined): string {
  return `${withArticle(from)} spoke at ${sent.n}, the turn was ${possessive(to)} ${sinceWhen(since)}`;
}

function heardWithout(
  event: TraceEvent,
  peer: string,
  since: number | undefined,
): string {
  return `${withArticle(peer)} was heard at ${event.n}, the turn was ${possessive(event.end)} ${sinceWhen(since)}`;
}

const sinceWhen = (since: number | undefined): string =>
  since === undefined ? 'from the start' : `since ${since}`;

function bothEndsOf(heard: readonly Heard[]): { event: TraceEvent; message: Heard }[] {
  return heard
    .flatMap(message => [
      { event: message.sent, message },
      { event: message.received, message },
    ])
    .sort((one, two) => one.event.n - two.event.n);
}
