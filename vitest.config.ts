import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'lib',
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
