import type { Arrow, Item } from './item.ts';

/**
 * If people have names, connecting takes four rows: the call, the question for a name, the name, the
 * welcome. If nothing else happens in between, they become one row: `alice connects`. If something
 * else comes before the welcome, the first three become one row.
 */
export function summed(items: readonly Item[]): Item[] {
  const rows: Item[] = [];
  for (let at = 0; at < items.length; ) {
    const steps = items.slice(at, at + 4).filter(item => item.is === 'arrow');
    const { sum, length } = introduction(steps);
    rows.push(sum ?? (items[at] as Item));
    at += length;
  }
  return rows;
}

interface Introduction {
  readonly sum?: Arrow;
  /** How many rows it takes without the sum. */
  readonly length: number;
}

/** Returns arrows on one link as one, if they only say who has connected. */
function introduction(steps: readonly Arrow[]): Introduction {
  const asked = steps.slice(0, 3);
  const welcome = steps[3];
  const turnedAway = welcome?.kind === 'refusal' && welcome.link === asked[0]?.link;
  if (turnedAway || kindsOf(asked) !== 'connect notice control') return { length: 1 };
  const whole = welcome?.kind === 'notice' ? summedUp(steps) : undefined;
  const sum = whole ?? summedUp(asked);
  if (sum === undefined) return { length: 1 };
  return { sum, length: whole ? 4 : 3 };
}

const kindsOf = (steps: readonly Arrow[]): string =>
  steps.map(({ kind }) => kind).join(' ');

/** Returns `undefined` if the arrows are on several links, or their numbers have a gap. */
function summedUp(steps: readonly Arrow[]): Arrow | undefined {
  const [call, , name] = steps;
  if (!call || !name) return undefined;
  const smooth = steps.every(
    ({ link, heard }) => link === call.link && heard === 'yes',
  );
  const numbers = steps
    .flatMap(({ sent, got }) => [sent?.n, got?.n])
    .filter(n => n !== undefined);
  const [first, upTo] = [Math.min(...numbers), Math.max(...numbers)];
  const startsWithIt = first === (call.sent ?? call.got)?.n;
  if (!smooth || !startsWithIt || upTo - first !== numbers.length - 1) return undefined;
  return { ...call, label: `${name.label} connects`, upTo };
}
