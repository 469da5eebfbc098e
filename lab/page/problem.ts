import type { Problem } from '../engine/lab-run.ts';

/** Says why a scene stopped, and where. */
export const wordsFor = ({ line, words }: Problem): string =>
  line === undefined ? words : `Line ${line}: ${words}`;
