import { spawnSync } from 'node:child_process';

/** Returns what `npm run check` prints of half-duplex's `scene` against examples/check/station.py. */
export const checked = (scene = ''): string =>
  printed(['half-duplex', '--only', scene], 'station.py');

/** Returns what it prints of a client of half-duplex that takes no turns. */
export const checkedClient = (scene = ''): string =>
  printed(['client', 'half-duplex', '--only', scene], 'client.py');

function printed(words: readonly string[], program: string): string {
  const command = ['python3', `examples/check/${program}`, '{port}'];
  const check = ['run.js', 'demos/check.ts', ...words];
  const { stdout } = spawnSync(process.execPath, [...check, '--', ...command], {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  return stdout.replace(/\d+\.\d s$/m, '1.0 s');
}
