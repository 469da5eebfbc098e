import type { Arrow } from './item.ts';

/**
 * The words that an exchange or a room passed on: `Tea?` from alice to it, `[alice] Tea?` from it to
 * bob, seen as one arrow from alice to bob.
 */
export function relays(arrows: readonly Arrow[]): Arrow[] {
  const heard = new Map<string, Arrow[]>();
  const told = new Map<string, number>();
  return arrows.flatMap(arrow => {
    if (arrow.kind !== 'message' || arrow.heard !== 'yes') return [];
    const words = key(arrow.to, arrow.from, arrow.label);
    if (!heard.get(words)?.push(arrow)) heard.set(words, [arrow]);
    const author = passedOn(arrow);
    if (author === undefined) return [];
    const origin = key(arrow.from, author.name, author.words);
    const copy = `${origin} ${arrow.to}`;
    const count = told.get(copy) ?? 0;
    const first = heard.get(origin)?.[count];
    if (first === undefined || author.name === arrow.to) return [];
    told.set(copy, count + 1);
    return [joined(first, arrow)];
  });
}

const key = (...parts: string[]): string => JSON.stringify(parts);

function passedOn({ label, from }: Arrow): { name: string; words: string } | undefined {
  const [, name, words] = /^\[([^\]]+)\] (.*)$/su.exec(label) ?? [];
  if (name === undefined || words === undefined || name === from) return undefined;
  return { name, words };
}

function joined(first: Arrow, onward: Arrow): Arrow {
  const { got, ...start } = first;
  const end = onward.got && { got: onward.got };
  return { ...start, ...end, to: onward.to, hops: [first, onward] };
}
