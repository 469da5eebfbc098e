import { Contradiction } from '../../../lib/trace/contradiction.ts';
import { judge, judgeRecords } from '../../../lib/trace/verdict.ts';
import type { Answer } from './judge.ts';
import type { File, Mode, Rules } from './line.ts';

/** What the library answers. */
export const ofLibrary = (
  mode: Mode,
  files: readonly File[],
  rules: Rules = {},
): Answer => answer(() => judgeRecords(mode, files, rules).result);

export const ofLibraryInMemory = (
  mode: Mode,
  { events }: File,
  rules: Rules = {},
): Answer => answer(() => judge(mode, events, rules).result);

function answer(ask: () => Answer): Answer {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Contradiction) return 'contradiction';
    throw error;
  }
}
