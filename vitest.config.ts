import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Two cores at work, while the tests of programs mostly wait; Vitest would take one.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'lib',
          // Pure code: to load it anew for each file would cost more than the tests.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['test/demos/**'],
        },
      },
      {
        test: {
          name: 'demos',
          include: ['test/demos/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
    ],
  },
});
