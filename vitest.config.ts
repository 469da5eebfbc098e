import { defineConfig } from 'vitest/config';

/** Deadlines for what hangs, and no measure: the machine may be busy with something else. */
const [testTimeout, hookTimeout] = [60_000, 60_000];

/** No test keeps anything in a module: to load all anew for each file would cost more than many tests. */
const isolate = false;

/** What `npm run test:all` tells the workers: see test/long.ts. */
const longToo = { TEST_ALL: '1', FRAMING_RUNS: '2.5' };

export default defineConfig(({ mode }) => {
  if (mode === 'all') Object.assign(process.env, longToo);
  return {
    test: {
      // One more than a small machine has cores, because many tests wait for other programs.
      maxWorkers: 3,
      // Modules are transformed once, and kept in node_modules by what is in them, until they change.
      experimental: { fsModuleCache: true },
      globalSetup: ['test/needs.ts', 'test/built.ts'],
      projects: [
        {
          test: {
            name: 'most',
            include: ['test/**/*.test.ts'],
            exclude: ['test/chaos/**'],
            testTimeout,
            hookTimeout,
            isolate,
          },
        },
        // It measures what its process holds, so it has one of its own.
        {
          test: {
            name: 'chaos',
            include: ['test/chaos/**/*.test.ts'],
            testTimeout,
            hookTimeout,
          },
        },
      ],
    },
  };
});
