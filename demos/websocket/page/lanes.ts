/** Who has a lane of the picture. */
export interface Lanes {
  /** From left to right. */
  readonly names: readonly string[];
  /** Returns the lane on which a person's events stand. */
  readonly laneOf: (name: string) => string;
  /** Those who share the last lane: some are here, and the others have left. */
  readonly folded: readonly string[];
}

export interface Company {
  readonly here: readonly string[];
  /** All who have events in the picture. */
  readonly seen: readonly string[];
  /** Those who spoke, the latest last. */
  readonly spoke: readonly string[];
  readonly me: string;
  readonly hub: string;
}

/** The shared lane. Nobody can have this name: it contains a space. */
export const others = 'all others';

/**
 * Gives lanes to those who are here. If that would be more than `most` lanes, they go to me and to
 * those who spoke last. All others share one lane, with those who have left.
 */
export function lanesOf(company: Company, most: number): Lanes {
  const { here, seen, hub } = company;
  const shown = chosen(company, most);
  const isShown = new Set(shown);
  const folded = [...new Set([...here, ...seen])].filter(
    name => name !== hub && !isShown.has(name),
  );
  const laneOf = (name: string) => (name === hub || isShown.has(name) ? name : others);
  const people = folded.length > 0 ? [...shown, others] : shown;
  return { names: aroundHub(people, hub), laneOf, folded };
}

/** Returns those who get a lane of their own, in the order in which they came. */
function chosen({ here, seen, spoke, me, hub }: Company, most: number): string[] {
  const isHere = new Set(here);
  const someLeft = seen.some(name => name !== hub && !isHere.has(name));
  if (here.length + 1 + Number(someLeft) <= most) return [...here];
  const latest = [me, ...spoke.toReversed(), ...here].filter(name => isHere.has(name));
  const first = new Set([...new Set(latest)].slice(0, most - 2));
  return here.filter(name => first.has(name));
}

/** Puts the hub in the middle: arrows are short, and each side has space for words. */
function aroundHub(people: readonly string[], hub: string): string[] {
  const half = Math.max(1, Math.floor(people.length / 2));
  return [...people.slice(0, half), hub, ...people.slice(half)];
}
