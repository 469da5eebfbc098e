import type { SceneResult } from '../../check/result.ts';
import { otherwise } from '../../options/meant.ts';
import { UsageError } from '../../options/usage-error.ts';
import { signalled } from '../signal.ts';
import type { Report } from './report.ts';

/** A shell's code for Ctrl-C. */
export const interruptedCode = 130;

/** Those that are named, in the order of the list. */
export function wanted<T>(
  all: readonly T[],
  only: string | undefined,
  nameOf: (one: T) => string,
): readonly T[] {
  if (only === undefined) return all;
  const names = all.map(nameOf);
  const asked = only.split(',').map(name => name.trim());
  const strange = asked.find(name => !names.includes(name));
  if (strange !== undefined)
    throw new UsageError(`no scene "${strange}": ${otherwise(strange, names)}`);
  return all.filter(one => asked.includes(nameOf(one)));
}

/** Takes the results as they come, until Ctrl-C: then there are none. */
export async function played(
  playing: AsyncGenerator<SceneResult>,
  report: Report,
): Promise<SceneResult[] | undefined> {
  const results: SceneResult[] = [];
  const interrupted = signalled().then(() => undefined);
  for (;;) {
    const next = await Promise.race([playing.next(), interrupted]).finally(() =>
      report.played(),
    );
    if (next === undefined) return undefined;
    if (next.done) return results;
    results.push(next.value);
    report.took(next.value);
  }
}
