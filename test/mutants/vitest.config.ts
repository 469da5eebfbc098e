import { defineConfig } from 'vitest/config';
import { chosenBy } from './folders.ts';

/**
 * For `npm run mutants`: the tests of one folder alone, with few runs of its properties, and without those
 * that start programs. There are hundreds of mutants, and each is tried by all tests that reach it.
 */
export default defineConfig({
  test: {
    include: [`test/${process.env[chosenBy] ?? 'modes'}/**/*.test.ts`],
    exclude: [
      'test/framing/{browser,retention}.test.ts',
      'test/framing/fast/without-fast.test.ts',
    ],
    env: { FRAMING_RUNS: '0.05', ORACLE_RUNS: '5' },
    testTimeout: 20_000,
    isolate: false,
  },
});
