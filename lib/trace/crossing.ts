import type { Conversation, Heard } from './talk.ts';

/** Two messages, each sent before the other was received. */
export type Crossing = readonly [Heard, Heard];

/** The messages that cross m: a stretch of those that went the other way, `back`. */
interface Stretch {
  readonly m: Heard;
  readonly back: readonly Heard[];
  readonly first: number;
  /** The first one behind it. */
  readonly behind: number;
}

/**
 * m (a to b) and n (b to a) cross when a sent m before a received n, and b sent n before b received m.
 * Only the order at each end counts, so no common clock is needed. One after the other, as they are
 * asked for: two who say a thousand words each at once make a million crossings.
 */
export function* crossings(conversation: Conversation): Generator<Crossing> {
  for (const { m, back, first, behind } of stretches(conversation)) {
    for (const n of back.slice(first, behind)) yield [m, n];
  }
}

/** How many there are, in time that grows with the messages and not with the crossings. */
export function countCrossings(conversation: Conversation): number {
  return stretches(conversation).reduce(
    (count, { first, behind }) => count + behind - first,
    0,
  );
}

/**
 * The link keeps its order, so the n that cross one m stand side by side: those that b had sent before
 * it received m, less those that a had received before it sent m.
 */
function stretches({ caller, heard }: Conversation): Stretch[] {
  const there = heard.filter(message => message.from === caller);
  const back = heard.filter(message => message.from !== caller);
  const arrived = counter(back, message => message.received.n);
  const departed = counter(back, message => message.sent.n);
  return there.map(m => ({
    m,
    back,
    first: arrived(m.sent.n),
    behind: departed(m.received.n),
  }));
}

/** How many of the messages have their number below n; for n that only grow. */
function counter(messages: readonly Heard[], numberOf: (message: Heard) => number) {
  let count = 0;
  return (n: number): number => {
    while (count < messages.length && numberOf(messages[count] as Heard) < n) count++;
    return count;
  };
}
