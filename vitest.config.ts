import { defineConfig } from 'vitest/config';

/** A deadline for what hangs, and no measure: the machine may be busy with something else. */
const testTimeout = 20_000;

/** No test keeps anything in a module: to load all anew for each file would cost more than many tests. */
const isolate = false;

export default defineConfig({
  test: {
    // Both cores of a small machine; Vitest would leave one idle.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'lib',
          include: ['test/**/*.test.ts'],
          exclude: ['test/demos/**', 'test/chaos/**'],
          testTimeout,
          isolate,
        },
      },
      {
        test: {
          name: 'demos',
          include: ['test/demos/**/*.test.ts'],
          testTimeout,
          isolate,
        },
      },
      // It measures what its process holds, so it has one of its own.
      { test: { name: 'chaos', include: ['test/chaos/**/*.test.ts'], testTimeout } },
    ],
  },
});
