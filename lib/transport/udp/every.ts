import type { Clock } from '../../connection/clock.ts';

/** Calls `call` every `ms` milliseconds. The returned function stops it. */
export function every(clock: Clock, ms: number, call: () => void): () => void {
  let cancel = clock.after(ms, again);
  return () => cancel();

  function again(): void {
    cancel = clock.after(ms, again);
    call();
  }
}
