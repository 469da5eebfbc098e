import type { Arrow, Item } from './item.ts';

/**
 * If people have names, connecting takes four rows: the call, the question for a name, the name, the
 * welcome. If nothing else happens in between, they become one row: `alice connects`.
 */
export function summed(items: readonly Item[]): Item[] {
  const rows: Item[] = [];
  for (let at = 0; at < items.length; ) {
    const steps = items.slice(at, at + 4).filter(item => item.is === 'arrow');
    const sum = introduction(steps);
    rows.push(sum ?? (items[at] as Item));
    at += sum ? 4 : 1;
  }
  return rows;
}

/** Returns four arrows on one link as one, if they only say who has connected. */
function introduction(steps: readonly Arrow[]): Arrow | undefined {
  const [call, question, name, welcome] = steps;
  if (!call || !question || !name || !welcome) return undefined;
  const kinds = steps.map(({ kind }) => kind).join(' ');
  const smooth = steps.every(
    ({ link, heard }) => link === call.link && heard === 'yes',
  );
  if (!smooth || kinds !== 'connect notice control notice') return undefined;
  const numbers = steps.flatMap(({ sent, got }) => [sent?.n ?? 0, got?.n ?? 0]);
  const [first, upTo] = [Math.min(...numbers), Math.max(...numbers)];
  if (first !== call.sent?.n || upTo - first !== numbers.length - 1) return undefined;
  return { ...call, label: `${name.label} connects`, upTo };
}
