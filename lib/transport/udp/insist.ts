import type { Clock } from '../../connection/clock.ts';
import { every } from './every.ts';

export interface Patience {
  /** How many times it is sent. */
  readonly tries: number;
  /** The time between two tries, in milliseconds. */
  readonly apart: number;
}

/**
 * Calls `say` immediately and repeats it until it has been called `tries` times; then gives up.
 * Returns a function that stops it.
 */
export function insist(
  clock: Clock,
  { tries, apart }: Patience,
  say: () => void,
  giveUp: () => void,
): () => void {
  let left = tries;
  const stop = every(clock, apart, again);
  again();
  return stop;

  function again(): void {
    if (left-- > 0) say();
    else {
      stop();
      giveUp();
    }
  }
}
