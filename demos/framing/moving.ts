import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Resolves when `done()`, or when `moved()` has given the same number for a second. It looks fifty times
 * in that second, so that a busy machine is not taken for programs that are stuck.
 */
export async function whileMoving(
  moved: () => number,
  done: () => boolean,
): Promise<void> {
  let [last, looks] = [-1, 0];
  while (looks < 50 && !done()) {
    await sleep(20);
    const now = moved();
    looks = now === last ? looks + 1 : 0;
    last = now;
  }
}
