import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const program = ['--expose-gc', 'run.js', 'test/framing/programs/retention.ts'];
const { stdout } = await promisify(execFile)(process.execPath, program);
const memory = JSON.parse(stdout) as Record<
  'kept' | 'longer' | 'held',
  Record<string, number>
>;

it('keeps one message of each of 2,000 chunks in less than 1 MiB', () => {
  const { views, ...ours } = memory.kept;
  // A check of the check: views of their chunks hold all of the chunks.
  expect(views).toBeGreaterThan(100 * 2 ** 20);
  expect(Object.keys(ours)).toHaveLength(9);
  for (const [framing, bytes] of Object.entries(ours))
    expect(bytes, framing).toBeLessThan(2 ** 20);
});

it('keeps at most 8 times a message of 400 bytes', () => {
  const { bytes, text, 'text among wide ones': wide } = memory.longer;
  expect(wide).toBeLessThan(2_000 * 9 * 210);
  expect(bytes).toBeLessThan(2_000 * 9 * 400);
  expect(text).toBeLessThan(2_000 * 9 * 400);
});

it('holds at most 2 bytes for each that came, even one at a time', () => {
  const { list, ...ours } = memory.held;
  // A check of the check: what holds the chunks holds an object for each.
  expect(list).toBeGreaterThan(20);
  expect(Object.keys(ours)).toHaveLength(5);
  for (const [framing, bytes] of Object.entries(ours))
    expect(bytes, framing).toBeLessThan(2);
});
