import { defineConfig } from 'vitest/config';

/**
 * `npm run framing:long`: two hundred times as many runs. A file, for not every shell can set a
 * variable in front of a command.
 */
export default defineConfig({
  test: {
    include: ['test/framing/**/*.test.ts'],
    env: { FRAMING_RUNS: '50' },
    testTimeout: 600_000,
  },
});
