import type { Wire } from '../../connection/wire.ts';
import type { Figure } from '../../view/rows/figure.ts';
import type { Named } from '../flags/command.ts';

/** A demo of lessons: short programs, each of which shows something and proves it. */
export interface Course extends Named {
  /** The first one is the opening. */
  readonly lessons: readonly Lesson[];
  /** What the signs in the pictures mean. */
  readonly legend: string;
}

export interface Lesson {
  /** As `--scene` wants it. */
  readonly name: string;
  readonly title: string;
  play(stage: LessonStage): Promise<Claim>;
}

/** What a lesson claims in the end, computed from what happened in it. */
export interface Claim {
  /** False: the claim does not hold, and the demo fails. */
  readonly ok: boolean;
  readonly found: string;
}

/** A lesson's last line. */
export const verdictOf = ({ name }: Course, { ok, found }: Claim): string =>
  `verdict: ${name} · ${ok ? 'ok' : 'CLAIM FAILED'} · ${found}`;

/** Where a lesson is given. */
export interface LessonStage {
  tell(text: string): Promise<void>;
  /** A question, for the learner to predict the answer before it is shown. */
  ask(text: string): Promise<void>;
  show(figure: Figure): Promise<void>;
  /** Where chance begins. */
  readonly seed: number;
  /** Two ends of a link of its own: TCP, where it is not a test or a page. */
  link(options?: { readonly noDelay?: boolean }): Promise<LessonLink>;
}

export interface LessonLink {
  readonly near: Wire;
  readonly far: Wire;
}
