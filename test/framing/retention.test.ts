import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { withLong } from '../long.ts';
import { start } from '../start.ts';

const { cwd, args } = start('test/framing/programs/retention.ts');
const node = ['--expose-gc', ...args];
const { stdout } = await promisify(execFile)(process.execPath, node, { cwd });
const memory = JSON.parse(stdout) as Record<
  'kept' | 'longer' | 'held',
  Record<string, number>
>;

it('keeps one message of 16 bytes of each chunk of 64 KiB in less than 524 bytes', () => {
  const { views, ...ours } = memory.kept;
  // A check of the check: views of their chunks hold all of the chunks.
  expect(views).toBeGreaterThan(50_000);
  expect(Object.keys(ours)).toHaveLength(withLong ? 9 : 3);
  for (const [framing, bytes] of Object.entries(ours))
    expect(bytes, framing).toBeLessThan(524);
});

it('keeps at most 8 times the size of a message of 400 bytes', () => {
  const { bytes, text, 'text among wide ones': wide } = memory.longer;
  expect(wide).toBeLessThan(9 * 210);
  expect(bytes).toBeLessThan(9 * 400);
  expect(text).toBeLessThan(9 * 400);
});

it('holds at most 2 bytes for each that came, even one at a time', () => {
  const { list, ...ours } = memory.held;
  // A check of the check: what holds the chunks holds an object for each.
  expect(list).toBeGreaterThan(20);
  expect(Object.keys(ours)).toHaveLength(withLong ? 5 : 1);
  for (const [framing, bytes] of Object.entries(ours))
    expect(bytes, framing).toBeLessThan(2);
});
