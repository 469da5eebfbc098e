/** The first pause before another try, and the longest, in milliseconds. */
const [first, longest] = [500, 30_000];

/**
 * Returns how long to wait before the nth try (from 0), in milliseconds. Twice as long each time,
 * so that a server that is down is not called more and more often. Up to half of it is subtracted
 * at random: clients that lost the server at the same moment must not come back at the same moment.
 */
export function backOff(attempt: number, chance: number): number {
  const full = Math.min(longest, first * 2 ** attempt);
  return full * (1 - chance / 2);
}
