/** The first pause before another try, and the longest, in milliseconds. */
const [first, longest] = [500, 30_000];

/**
 * How long to wait before the nth try, from 0. Twice as long each time, so that a server which is down
 * is not asked for ever more; and up to half of it off by chance, so that all who lost it at the same
 * moment do not come back at the same moment.
 */
export function backOff(attempt: number, chance: number): number {
  const full = Math.min(longest, first * 2 ** attempt);
  return full * (1 - chance / 2);
}
