import { resolve } from 'node:path';
import { output } from './output.ts';

/** Returns what `npm run check` prints of half-duplex's `scene` against examples/check/station.py. */
export const checked = (scene = ''): string =>
  printed(['half-duplex', '--only', scene], 'examples/check/station.py');

/** Returns what it prints of a client of half-duplex that takes no turns. */
export const checkedClient = (scene = ''): string =>
  printed(['client', 'half-duplex', '--only', scene], 'examples/check/client.py');

function printed(words: readonly string[], program: string): string {
  const command = ['python3', resolve(program), '{port}'];
  return output(['demos/check.ts', ...words, '--', ...command])
    .replace(resolve(program), program)
    .replace(/\d+\.\d s$/m, '1.0 s');
}
