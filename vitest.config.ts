import { defineConfig } from 'vitest/config';

/** A deadline for what hangs, and no measure: the machine may be busy with something else. */
const testTimeout = 20_000;

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
          // Pure code: to load it anew for each file would cost more than the tests.
          isolate: false,
        },
      },
      { test: { name: 'demos', include: ['test/demos/**/*.test.ts'], testTimeout } },
      // It measures what its process holds, so it has one of its own.
      { test: { name: 'chaos', include: ['test/chaos/**/*.test.ts'], testTimeout } },
    ],
  },
});
