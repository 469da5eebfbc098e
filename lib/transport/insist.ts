import type { Clock } from '../connection/index.ts';
import { every } from './every.ts';

export interface Patience {
  /** How often it is said. */
  readonly tries: number;
  /** Milliseconds between two. */
  readonly apart: number;
}

/** Says it now, and again and again; then gives up. The returned function is for the answer. */
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
