import { summed } from '../meaning/introductions.ts';
import type { Arrow, Item } from '../meaning/item.ts';
import { cells } from '../text/width.ts';

/** KnownWords that go from one end to another, as far as they are known before they are drawn. */
export type KnownWords = Pick<Arrow, 'from' | 'to' | 'kind' | 'label'>;

/** What a record says. */
export const wordsIn = (items: readonly Item[]): KnownWords[] =>
  summed(items).flatMap(item => {
    if (item.is === 'turn') return [];
    if (item.is === 'arrow') return [item];
    return [item.first, item.second].flatMap(arrow => arrow.hops ?? [arrow]);
  });

/** Cells between two lanes in which numbers such as `12-18` have room. */
const least = 10;
/** Cells beside a label: an arrowhead, dashes and spaces; and the stroke too, in the line of an X. */
const beside = 6;
const besideStroke = 9;

/**
 * Returns how many cells there are from each lane to the next, `room` in all. As far as there is room, it is
 * given first to what people say and what refuses it, then to all words, then to the lines of an X. What is
 * left makes the lanes equally far apart; where it does not suffice, the widest are cut.
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
  /** The lanes at its ends. */
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

/** What each gap must have so that all is read. Who passes other lanes uses their gaps as well. */
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

/** As much of `high` as there is room for, but no less than `low`: the smallest get theirs first. */
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
