import type { Heard } from './conversation.ts';
import type { Seen } from './end-log.ts';

/**
 * Whether there is one order of all relayed messages with which everybody agrees: each member who heard
 * them, and each relay that took them from their authors. If there is one relay, it is the order in which
 * the relay received them.
 */
export function inOneOrder(heard: readonly Heard[]): boolean {
  const relayed = heard.filter(isRelayed);
  const relay = relayed[0]?.taken.log;
  if (relayed.every(({ taken }) => taken.log === relay)) return inOrderOf(relayed);
  return fitTogether([
    ...listsOf(relayed, ({ to, received, sent }) => [to, received, sent]),
    ...listsOf(relayed, ({ taken, sent }) => [taken.log.end, taken, sent]),
  ]);
}

/** A message that went through a relay. */
type Relayed = Heard & Required<Pick<Heard, 'taken'>>;

const isRelayed = (one: Heard): one is Relayed => one.taken !== undefined;

/** The same for one relay, which is much less work: all must have heard them in its order. */
function inOrderOf(relayed: readonly Relayed[]): boolean {
  const last = new Map<string, number>();
  for (const { to, taken } of relayed.toSorted(byArrival)) {
    if (taken.place < (last.get(to) ?? 0)) return false;
    last.set(to, taken.place);
  }
  return true;
}

const byArrival = (one: Heard, other: Heard): number =>
  one.received.place - other.received.place;

/** What one end did with a message, and when. */
type Place = readonly [end: string, at: Seen, message: Seen];

/** Returns the messages of each end, in its own order, each once. */
function listsOf(
  relayed: readonly Relayed[],
  placeOf: (one: Relayed) => Place,
): Seen[][] {
  const byEnd = new Map<string, Map<Seen, Seen>>();
  for (const one of relayed) {
    const [end, at, message] = placeOf(one);
    const list = byEnd.get(end) ?? new Map<Seen, Seen>();
    byEnd.set(end, list.set(message, at));
  }
  return [...byEnd.values()].map(list =>
    [...list].sort(([, one], [, other]) => one.place - other.place).map(([of]) => of),
  );
}

/** Whether no list contradicts the others: then all fit into one. */
export const fitTogether = <T>(lists: readonly (readonly T[])[]): boolean =>
  merged(lists) !== undefined;

/** Returns a list with which all agree; `undefined` if there is none (Kahn, 1962). */
export function merged<T>(lists: readonly (readonly T[])[]): T[] | undefined {
  const after = new Map<T, T[]>();
  const before = new Map<T, number>();
  for (const list of lists) {
    for (const message of list) if (!after.has(message)) after.set(message, []);
    list.slice(1).forEach((message, at) => {
      after.get(list[at] as T)?.push(message);
      before.set(message, (before.get(message) ?? 0) + 1);
    });
  }
  const free = [...after.keys()].filter(message => !before.get(message));
  for (const message of free) {
    for (const next of after.get(message) ?? []) {
      const left = (before.get(next) ?? 0) - 1;
      before.set(next, left);
      if (left === 0) free.push(next);
    }
  }
  return free.length === after.size ? free : undefined;
}
