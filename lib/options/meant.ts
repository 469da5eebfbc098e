/** Returns the hint for an unknown word: the word that was probably meant, or all known words. */
export function otherwise(word: string, known: readonly string[]): string {
  const nearest = meant(word, known);
  return nearest === undefined
    ? `there are ${known.join(', ')}`
    : `did you mean ${nearest}?`;
}

/**
 * Returns the word that was probably meant: the only one that begins like it, or the one with the
 * fewest changes.
 */
function meant(word: string, known: readonly string[]): string | undefined {
  if (word === '' || word.length > longest) return undefined;
  const begun = known.filter(one => one.startsWith(word));
  if (begun.length === 1) return begun[0];
  const [nearest] = known
    .map(one => ({ one, changes: changes(word, one) }))
    .sort((one, other) => one.changes - other.changes);
  const few = Math.max(1, Math.floor(word.length / 3));
  return nearest && nearest.changes <= few ? nearest.one : undefined;
}

const longest = 64;

/**
 * Returns the number of letters to add, leave out, replace, or swap with the next, to turn one word
 * into the other.
 */
function changes(one: string, other: string): number {
  let [last, row]: number[][] = [
    [],
    Array.from({ length: other.length + 1 }, (_, at) => at),
  ];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (row?.[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const added = Math.min(next[j - 1] ?? 0, row?.[j] ?? 0) + 1;
      const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next[j] = Math.min(replaced, added, swapped ? (last?.[j - 2] ?? 0) + 1 : added);
    }
    [last, row] = [row, next];
  }
  return row?.[other.length] ?? 0;
}
