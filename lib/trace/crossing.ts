import type { Conversation, Heard } from './talk.ts';

/** Two messages, each sent before the other was received. */
export type Crossing = readonly [Heard, Heard];

/**
 * m (a to b) and n (b to a) cross when a sent m before a received n, and b sent n before b received m.
 * Only the order at each end counts, so no common clock is needed. The link keeps its order, so the n
 * that cross one m stand side by side: those that b had sent before it received m, less those that a
 * had received before it sent m.
 */
export function crossings(conversation: Conversation): Crossing[] {
  const { caller, heard } = conversation;
  const [there, back] = partition(heard, message => message.from === caller);
  const arrived = counter(back, message => message.received.n);
  const departed = counter(back, message => message.sent.n);
  return there.flatMap(m =>
    back.slice(arrived(m.sent.n), departed(m.received.n)).map((n): Crossing => [m, n]),
  );
}

/** How many of the messages have their number below n; for n that only grow. */
function counter(messages: readonly Heard[], numberOf: (message: Heard) => number) {
  let count = 0;
  return (n: number): number => {
    while (count < messages.length && numberOf(messages[count] as Heard) < n) count++;
    return count;
  };
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter(item => !test(item))];
}
