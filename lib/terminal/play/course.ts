import type { Wire } from '../../connection/wire.ts';
import type { Figure } from '../../view/rows/figure.ts';
import type { Named } from '../flags/command.ts';

/** A demo of lessons: short programs, each of which shows something and proves it. */
export interface Course extends Named {
  /** The first one is the opening. */
  readonly lessons: readonly Lesson[];
  /** Explains the characters in the pictures. */
  readonly legend: string;
  /** True: without `--scene` the lessons are listed, and none is played. */
  readonly listed?: boolean;
}

export interface Lesson {
  /** The name for `--scene`. */
  readonly name: string;
  readonly title: string;
  /** Its page, if it has one of its own. */
  readonly page?: string;
  play(stage: LessonStage): Promise<Claim>;
}

/** What a lesson claims at its end, computed from what happened in it. */
export interface Claim {
  /** If false, the claim does not hold, and the demo fails. */
  readonly ok: boolean;
  readonly found: string;
}

/** A lesson's last line. */
export const verdictOf = ({ name }: Course, { ok, found }: Claim): string =>
  `verdict: ${name} · ${ok ? 'ok' : 'CLAIM FAILED'} · ${found}`;

/** What a lesson can use while it is shown. */
export interface LessonStage {
  tell(text: string): Promise<void>;
  /** Asks a question, so that the learner can predict the answer before it is shown. */
  ask(text: string): Promise<void>;
  show(figure: Figure): Promise<void>;
  /** What came of one part of the lesson: red if it is not good. */
  judge(good: boolean, line: string): Promise<void>;
  /** The seed of the random numbers. */
  readonly seed: number;
  /** Opens a new link and returns its two ends: TCP, except in tests and for pages. */
  link(options?: { readonly noDelay?: boolean }): Promise<LessonLink>;
}

export interface LessonLink {
  readonly near: Wire;
  readonly far: Wire;
}
