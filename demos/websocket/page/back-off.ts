/** The first pause before another try, and the longest, in milliseconds. */
const [first, longest] = [500, 30_000];

/**
 * How long to wait before the nth try, from 0. Twice as long each time, so that a server which is down
 * is not asked more and more often. Up to half of it is taken off at random: clients that lost the
 * server at the same moment must not come back at the same moment.
 */
export function backOff(attempt: number, chance: number): number {
  const full = Math.min(longest, first * 2 ** attempt);
  return full * (1 - chance / 2);
}
