import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const gc: () => void = runInNewContext('gc');

/**
 * Gives back all memory that nobody uses. The second round waits until what the first one found is
 * given back.
 */
export function collect(): void {
  gc();
  gc();
}
