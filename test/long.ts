import type { Skippable } from './needs.ts';

/** Whether the long tests run too. */
export const withLong = process.env.TEST_ALL !== undefined;

/** How often a property is tried: a quarter as often where the long tests do not run. */
export const runs = (usual: number) => ({
  numRuns: withLong ? usual : Math.ceil(usual / 4),
});

/** Skips the test, with a note that says where it runs. */
export function takesLong(test: Skippable): void {
  if (!withLong) test.skip('takes long: npm run test:all');
}
