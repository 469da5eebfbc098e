import { defineConfig } from 'vitest/config';
import { chosenBy, type Folder, folders } from './folders.ts';

const folder = (process.env[chosenBy] ?? 'modes') as Folder;

/**
 * For `npm run mutants`: the tests of one folder alone, with few runs of its properties, and without those
 * that start programs or play scenes. There are hundreds of mutants, and each is tried by all tests that reach it.
 */
export default defineConfig({
  test: {
    include: folders[folder].map(tests => `test/${tests}/**/*.test.ts`),
    exclude: [
      'test/framing/{browser,retention}.test.ts',
      'test/framing/fast/without-fast.test.ts',
      'test/p2m/{by-loop,strangers,wrong-rooms}.test.ts',
    ],
    env: { FRAMING_RUNS: '0.05', ORACLE_RUNS: '5' },
    testTimeout: 20_000,
    isolate: false,
  },
});
