import type { Skippable } from './needs.ts';

/** Skips the test, with a note that says where it runs. */
export function takesLong(test: Skippable): void {
  if (process.env.TEST_ALL === undefined) test.skip('takes long: npm run test:all');
}
