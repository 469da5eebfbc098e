import type { Clock } from '../../connection/clock.ts';

/** Calls again and again, `ms` apart. The returned function stops it. */
export function every(clock: Clock, ms: number, call: () => void): () => void {
  let cancel = clock.after(ms, again);
  return () => cancel();

  function again(): void {
    cancel = clock.after(ms, again);
    call();
  }
}
