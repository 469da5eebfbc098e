import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('keeps one message of each of 2,000 chunks in less than 1 MiB', async () => {
  const program = 'test/framing/programs/retention.ts';
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    '--import',
    'tsx',
    program,
  ]);
  const kept = JSON.parse(stdout) as Record<string, number>;
  // A check of the check: views of their chunks hold all of the chunks.
  expect(kept.views).toBeGreaterThan(100 * 2 ** 20);
  for (const [framing, bytes] of Object.entries(kept))
    if (framing !== 'views') expect(bytes, framing).toBeLessThan(2 ** 20);
}, 20_000);
