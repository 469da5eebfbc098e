import type { Conversation, Heard } from './conversation.ts';

/** Two messages, each sent before the other was received. */
export type Crossing = readonly [Heard, Heard];

/** The messages that cross m are some of those that went the other way, `back`. */
interface Stretch {
  readonly m: Heard;
  readonly back: readonly Heard[];
  /** How many of them had arrived when m was sent, and how many had been sent when m arrived. */
  readonly arrived: number;
  readonly departed: number;
  /** The first of them that had not arrived, in the order in which they were sent. */
  readonly first: number;
}

/**
 * m (a to b) and n (b to a) cross when a sent m before a received n, and b sent n before b received
 * m. Only the order at each end counts, so no common clock is needed. Yields the crossings one by
 * one, as the caller asks for them: two people who send a thousand messages each at the same time
 * make a million crossings.
 */
export function* crossings(conversation: Conversation): Generator<Crossing> {
  for (const { m, back, first, departed } of stretches(conversation)) {
    for (const n of back.slice(first, departed))
      if (n.received.place > m.sent.place) yield [m, n];
  }
}

/** Returns the first crossing of a conversation, if there is one. */
export const firstCrossing = (conversation: Conversation): Crossing | undefined =>
  crossings(conversation).next().value ?? undefined;

/** Counts the crossings in time that is linear in the number of messages, not of crossings. */
export function countCrossings(conversation: Conversation): number {
  return stretches(conversation).reduce(
    (count, { arrived, departed }) => count + departed - arrived,
    0,
  );
}

/**
 * The n that cross m: those that b had sent before it received m, without those that a had received before it
 * sent m, which b had sent even earlier. On a link that keeps its order they follow each other.
 */
function stretches({ caller, heard }: Conversation): Stretch[] {
  const there = heard.filter(message => message.from === caller);
  const back = heard.filter(message => message.from !== caller);
  const arrivals = back.map(({ received }) => received.place);
  const arrived = countBelow(arrivals.toSorted((a, b) => a - b));
  const allArrived = countBelow(highestSoFar(arrivals));
  const departed = countBelow(back.map(({ sent }) => sent.place));
  return there.map(m => ({
    m,
    back,
    arrived: arrived(m.sent.place),
    departed: departed(m.received.place),
    first: allArrived(m.sent.place),
  }));
}

/** Returns how many of the numbers, which are sorted, are below n. */
const countBelow =
  (numbers: readonly number[]) =>
  (n: number): number => {
    let [low, high] = [0, numbers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[middle] as number) < n) low = middle + 1;
      else high = middle;
    }
    return low;
  };

function highestSoFar(numbers: readonly number[]): number[] {
  let highest = 0;
  return numbers.map(number => {
    highest = Math.max(highest, number);
    return highest;
  });
}
