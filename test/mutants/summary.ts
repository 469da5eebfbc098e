import type { Folder } from './folders.ts';

/** How many mutants of a folder its tests noticed, and how many they did not. */
export interface Count {
  readonly noticed: number;
  /** Tests ran the changed code, and passed. */
  readonly survived: number;
  /** No test of the folder runs the changed code. */
  readonly untested: number;
  /** Not tried, because the changed code runs when its file is loaded. */
  readonly left: number;
}

/** The last count of each folder that was tried. */
export type Summary = { [F in Folder]?: Count };

/** Written by `npm run mutants`, read by `npm run docs`. */
export const summaryFile = 'test/mutants/summary.json';
