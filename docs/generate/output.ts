import { spawnSync } from 'node:child_process';

/** Returns what one of our commands prints: `demos/run.ts simplex --help`. */
export function output([file = '', ...words]: readonly string[]): string {
  // Tests have our programs bundled: test/built.ts.
  const cwd = process.env.DUPLEX_BUILT;
  const start = cwd === undefined ? ['run.js', file] : [file.replace(/\.ts$/, '.js')];
  const { stdout } = spawnSync(process.execPath, [...start, ...words], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  if (stdout !== '') return stdout;
  throw new Error(`not for a page: ${file} ${words.join(' ')} prints nothing`);
}
