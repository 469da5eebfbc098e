import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { takesLong } from '../../long.ts';

const project = [
  ...['demos', 'docs', 'lab', 'lib', 'test'],
  ...['package.json', 'run.js', 'tsconfig.json', 'vitest.config.ts'],
];

/** A copy of the project in which `fast/` is deleted, and the seam is plain. */
function withoutFast(): string {
  const copy = mkdtempSync(join(tmpdir(), 'without-fast-'));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  for (const part of project) cpSync(part, join(copy, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
  for (const room of ['lib', 'test'])
    rmSync(join(copy, room, 'framing/fast'), { recursive: true });
  const seam = join(copy, 'lib/framing/framing.ts');
  const joined = readFileSync(seam, 'utf8');
  const alone = joined
    .replace("import { faster } from './fast/faster.ts';\n", '')
    .replace('faster(plain(kind), kind)', 'plain(kind)');
  expect(alone).not.toContain('fast');
  writeFileSync(seam, alone);
  return copy;
}

function run(cwd: string, program: string, ...args: string[]): string {
  const script = resolve('node_modules', program);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd,
    encoding: 'utf8',
  });
  return status === 0 ? 'ok' : `${stdout}${stderr}`;
}

it('compiles, and passes the tests of the framings, with fast/ deleted', test => {
  takesLong(test);
  const copy = withoutFast();
  expect(run(copy, 'typescript/bin/tsc')).toBe('ok');
  expect(run(copy, 'vitest/vitest.mjs', 'run', 'test/framing')).toBe('ok');
}, 600_000);
