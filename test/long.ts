import type { Skippable } from './needs.ts';

/** Whether the long tests run too. */
export const withLong = process.env.TEST_ALL !== undefined;

/** Skips the test, with a note that says where it runs. */
export function takesLong(test: Skippable): void {
  if (!withLong) test.skip('takes long: npm run test:all');
}
