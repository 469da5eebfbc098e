import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

it.for([
  [['--help'], 0, ''],
  [['--nope'], 2, 'lab:build: expected one folder, found "--nope": see --help\n'],
  [['one', 'two'], 2, 'lab:build: expected one folder, found "one two": see --help\n'],
] as const)('lab:build %j writes no folder', ([words, code, complaint], test) => {
  const cwd = mkdtempSync(join(tmpdir(), 'lab-build-'));
  test.onTestFinished(() => rmSync(cwd, { recursive: true }));
  const program = [resolve('run.js'), resolve('lab/write.ts'), ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, program, {
    cwd,
    encoding: 'utf8',
  });
  expect(stderr).toBe(complaint);
  expect(status).toBe(code);
  expect(stdout).toContain(code === 0 ? 'npm run lab:build -- [FOLDER]' : '');
  expect(readdirSync(cwd)).toEqual([]);
});
