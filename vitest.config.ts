import { defineConfig } from 'vitest/config';

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
          // Pure code: to load it anew for each file would cost more than the tests.
          isolate: false,
        },
      },
      {
        test: {
          name: 'demos',
          include: ['test/demos/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      // It measures what its process holds, so it has one of its own.
      { test: { name: 'chaos', include: ['test/chaos/**/*.test.ts'] } },
    ],
  },
});
