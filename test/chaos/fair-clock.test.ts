import { expect, it, onTestFinished } from 'vitest';
import { FairClock } from './fair-clock.ts';

function clock(): FairClock {
  const one = new FairClock();
  onTestFinished(() => one.stop());
  return one;
}

/** To ask for the time again and again would be work of the system, not of this process. */
function count(to: number): void {
  for (let at = 0; at < to; at++);
}

it('does not count what others took from this process', () => {
  const fair = clock();
  const before = fair.now();
  // As if it had not been its turn: it waits in the kernel, and works nothing.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  expect(fair.now() - before).toBeLessThan(250);
});

it('counts what this process works, however it blocks its loop', () => {
  const fair = clock();
  const before = fair.now();
  const start = process.cpuUsage();
  while (process.cpuUsage(start).user < 200_000) count(100_000);
  expect(fair.now() - before).toBeGreaterThan(150);
});
