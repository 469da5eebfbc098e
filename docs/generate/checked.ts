import { spawnSync } from 'node:child_process';

/** Returns what `npm run check` prints of half-duplex's `scene` against examples/check/station.py. */
export function checked(scene = ''): string {
  const command = ['python3', 'examples/check/station.py', '{port}'];
  const check = ['run.js', 'demos/check.ts', 'half-duplex', '--only', scene];
  const { stdout } = spawnSync(process.execPath, [...check, '--', ...command], {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  return stdout.replace(/\d+\.\d s$/m, '1.0 s');
}
