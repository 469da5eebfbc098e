import { defineConfig } from 'vitest/config';

/**
 * `npm run oracle:long`: 500,000 runs, in five properties. A file, because not every shell can set
 * a variable in front of a command.
 */
export default defineConfig({
  test: {
    include: ['test/trace/oracle.property.test.ts'],
    env: { ORACLE_RUNS: '100000' },
    testTimeout: 7_200_000,
  },
});
