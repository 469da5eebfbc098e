import { defineConfig } from 'vitest/config';

/** Deadlines for what hangs, and no measure: the machine may be busy with something else. */
const [testTimeout, hookTimeout] = [60_000, 60_000];

/** No test keeps anything in a module: to load all anew for each file would cost more than many tests. */
const isolate = false;

/**
 * Room for what is new, in megabytes: with the 16 of V8's default, a process that has loaded all our modules
 * spends a tenth of its time on collecting garbage.
 */
const execArgv = ['--min-semi-space-size=64', '--max-semi-space-size=64'];

/** They measure what their process holds: it must hold little else. */
const measures = [
  'test/chaos/**/*.test.ts',
  'test/connection/bad-frames.test.ts',
  'test/framing/datagram.test.ts',
  'test/terminal/notes.test.ts',
  'test/udp/attack.test.ts',
];

/** What `npm run test:all` tells the workers: see test/long.ts. */
const longToo = { TEST_ALL: '1', FRAMING_RUNS: '2.5' };

export default defineConfig(({ mode }) => {
  if (mode === 'all') Object.assign(process.env, longToo);
  return {
    test: {
      // Two more than a small machine has cores, because many tests wait for other programs.
      maxWorkers: 4,
      // Modules are transformed once, and kept in node_modules by what is in them, until they change.
      experimental: { fsModuleCache: true },
      globalSetup: ['test/needs.ts', 'test/built.ts'],
      projects: [
        {
          test: {
            name: 'most',
            include: ['test/**/*.test.ts'],
            exclude: measures,
            testTimeout,
            hookTimeout,
            isolate,
            execArgv,
          },
        },
        {
          test: {
            name: 'memory',
            include: measures,
            testTimeout,
            hookTimeout,
            isolate,
          },
        },
      ],
    },
  };
});
