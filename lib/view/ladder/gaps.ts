import { summed } from '../meaning/introductions.ts';
import type { Arrow, Item } from '../meaning/item.ts';
import { cells } from '../text/width.ts';

/** Words that go from one end to another, known before they are drawn. */
export type KnownWords = Pick<Arrow, 'from' | 'to' | 'kind' | 'label'>;

/** Returns the words in a record. */
export const wordsIn = (items: readonly Item[]): KnownWords[] =>
  summed(items).flatMap(item => {
    if (item.is === 'turn') return [];
    if (item.is === 'arrow') return [item];
    return [item.first, item.second].flatMap(arrow => arrow.hops ?? [arrow]);
  });

/** The fewest cells between two lanes: numbers such as `12-18` have room there. */
const least = 10;
/** Cells next to a label for an arrowhead, dashes and spaces; in an X also for the stroke. */
const beside = 6;
const besideStroke = 9;

/**
 * Returns how many cells there are from each lane to the next, `room` in all. Messages and
 * rejections get their room first, then all other words, then the lines of an X. Room that is left
 * makes the distances equal. If there is too little room, the widest distances are shortened.
 */
export function gapsFor(
  names: readonly string[],
  words: readonly KnownWords[],
  room: number,
): number[] {
  const places = words.flatMap(said => placeOf(said, names));
  const said = places.filter(({ kind }) => kind === 'message' || kind === 'refusal');
  const crossing = places.map(({ kind, need, ...place }) => {
    const more = kind === 'message' ? besideStroke - beside : 0;
    return { ...place, kind, need: need + more };
  });
  const wishes = [said, places, crossing].map(wanted => needs(names, wanted));
  const rest = names.slice(1).map(() => room);
  let granted: readonly number[] = rest.map(() => 0);
  for (const wish of [...wishes, rest]) {
    const more = wish.map((need, gap) => Math.max(need, granted[gap] ?? 0));
    if (sum(more) > room) return between(granted, more, room);
    granted = more;
  }
  return [...granted];
}

interface Place {
  readonly kind: KnownWords['kind'];
  /** The lanes at the two ends, by their places. */
  readonly left: number;
  readonly right: number;
  readonly need: number;
}

function placeOf(
  { from, to, kind, label }: KnownWords,
  names: readonly string[],
): Place[] {
  const [a, b] = [names.indexOf(from), names.indexOf(to)];
  if (a < 0 || b < 0 || a === b) return [];
  const need = cells(label) + beside;
  return [{ kind, left: Math.min(a, b), right: Math.max(a, b), need }];
}

/** Returns the cells that each gap needs. Words that pass lanes use the gaps of these lanes too. */
function needs(names: readonly string[], places: readonly Place[]): number[] {
  const gaps = names
    .slice(1)
    .map((name, gap) => Math.max(least, 2 + cells(name), 2 + cells(names[gap] ?? '')));
  const shortestFirst = [...places].sort(
    (a, b) => a.right - a.left - (b.right - b.left),
  );
  for (const { left, right, need } of shortestFirst) {
    const missing = need - sum(gaps.slice(left, right));
    const more = Math.max(0, missing) / (right - left);
    for (let gap = left; gap < right; gap++) gaps[gap] = (gaps[gap] ?? 0) + more;
  }
  return gaps;
}

const steps = 40;

/** Returns gaps from `low` to `high` that fill `room`. The smallest ones reach `high` first. */
function between(
  low: readonly number[],
  high: readonly number[],
  room: number,
): number[] {
  const upTo = (level: number) =>
    high.map((most, gap) => Math.max(low[gap] ?? 0, Math.min(most, level)));
  let [fits, tooMuch] = [0, room];
  for (let step = 0; step < steps; step++) {
    const middle = (fits + tooMuch) / 2;
    if (sum(upTo(middle)) <= room) fits = middle;
    else tooMuch = middle;
  }
  return upTo(fits);
}

const sum = (values: readonly number[]): number =>
  values.reduce((all, value) => all + value, 0);
