import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export const run = promisify(execFile);

export interface Installed {
  readonly folder: string;
  /** The command of the package. */
  readonly command: string;
  /** What the command of the package prints. */
  printed(...words: string[]): Promise<string>;
  remove(): void;
}

/** What users get, in a folder of their own: the tarball of `npm pack`, and the packages that it depends on. */
export async function installed(): Promise<Installed> {
  const folder = mkdtempSync(join(tmpdir(), 'duplex-package-'));
  const shell = process.platform === 'win32';
  const { stdout } = await run('npm', ['pack', '--pack-destination', folder], {
    shell,
  });
  const tarball = stdout.trim().split('\n').at(-1) ?? '';
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  await run('tar', ['-xzf', join(folder, tarball), '-C', modules]);
  const own = join(modules, 'package');
  const { dependencies } = (
    await import(join(own, 'package.json'), { with: { type: 'json' } })
  ).default;
  for (const name of Object.keys(dependencies))
    symlinkSync(resolve('node_modules', name), join(modules, name), 'junction');
  symlinkSync(own, join(modules, 'duplex-modes'), 'junction');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const command = join(modules, 'duplex-modes/dist/demos/bin.js');
  return {
    folder,
    command,
    printed: async (...words) =>
      (await run(process.execPath, [command, ...words], { cwd: folder })).stdout,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
