import type { Claim } from '../../lib/terminal/play/course.ts';
import type { Trial } from './trial/trial.ts';

/** A mistake that many people make. Its folder holds `naive.ts` and `right.ts`, and perhaps `naive.py`. */
export interface Pitfall {
  /** Its folder, and what `--scene` takes. */
  readonly name: string;
  readonly title: string;
  /** What people see, in their own words. The index is made of them. */
  readonly symptoms: readonly string[];
  /** Texts of errors by which people search. */
  readonly errors: readonly string[];
  /** The rules of our protocols that the naive program breaks, by their numbers. */
  readonly rules: readonly string[];
  readonly threads: readonly Thread[];
  /** What the program is for, and what is done to it. */
  readonly scene: string;
  /** For the learner to answer before it is shown. */
  readonly question: string;
  /** Sentence by sentence: why the naive program fails, and what the right one does. */
  readonly why: readonly string[];
  /** Does it to a program, and says what came of it. */
  check(trial: Trial): Promise<Claim>;
}

/** A public thread about the mistake. */
export interface Thread {
  readonly title: string;
  readonly url: string;
}
