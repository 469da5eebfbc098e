import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { parseAst } from 'vitest/node';
import { takesLong } from '../long.ts';
import { entered } from './entered.ts';
import { walkOf } from './walk-of.ts';

const sums = /^(\d+) files, (\d+) calls, (\d+) stays, (\d+) returns$/;

it('of one message in p2m has at most 20 files and comes back at most 50 times', test => {
  takesLong(test);
  const args = ['run.js', 'test/walk/main.ts'];
  const lines = execFileSync(process.execPath, args, { encoding: 'utf8' })
    .trim()
    .split('\n');
  const [, files, calls, , returns] = (sums.exec(lines.at(-1) ?? '') ?? []).map(Number);
  expect(lines[0]).toContain('socket-wire.ts');
  expect(files).toBeLessThanOrEqual(20);
  expect(returns).toBeLessThanOrEqual(50);
  expect(calls).toBeGreaterThan(50);
});

it('counts every stay in a file, and convicts who runs to and fro', () => {
  const steps = ['a', 'a', 'b', 'a', 'c', 'a'].map(file => ({
    file,
    name: `in ${file}`,
  }));
  expect(walkOf(steps).at(-1)).toBe('3 files, 6 calls, 5 stays, 2 returns');
});

it.each([
  ['function f() { return 1; }', 'f'],
  ['const f = x => x;', 'f'],
  ['const f = x => ({ x });', 'f'],
  ['class A { #f() {} }', '#f'],
  ['class A { get f() { return 1; } }', 'f'],
  ['const a = { f() {} };', 'f'],
])('lets %s say that it is entered', (source, name) => {
  const said = entered(source, 'a.ts', parseAst(source));
  expect(said).toContain(`walk("a.ts", "${name}")`);
  expect(() => parseAst(said)).not.toThrow();
});
