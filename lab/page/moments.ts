import type { LabRun, Moment } from '../engine/lab-run.ts';

/** Returns how many events of the whole record have happened after the first `at` moments. */
export const happenedAt = ({ moments }: LabRun, at: number): number =>
  moments[at - 1]?.upTo ?? 0;

/** Returns how many of the events that a picture shows have happened by then. */
export const shownAt = ({ moments }: LabRun, at: number): number =>
  moments[at - 1]?.shown ?? 0;

/** Returns what the scene said last: a narration or a question. */
export function saidAt({ moments }: LabRun, at: number): string {
  const said = moments
    .slice(0, at)
    .findLast(({ is }) => is === 'narration' || is === 'question');
  return said && 'text' in said ? said.text : '';
}

/** A map: an end may have the name of something that every object has, such as `constructor`. */
export function screensAt(
  { moments }: LabRun,
  at: number,
): ReadonlyMap<string, readonly string[]> {
  const step = moments.slice(0, at).findLast(({ is }) => is === 'step');
  return new Map(step?.is === 'step' ? Object.entries(step.screens) : []);
}

/** Returns the question at which the scene stands, if it stands at one. */
export function questionAt({ moments }: LabRun, at: number): string | undefined {
  const now = moments[at - 1];
  return now?.is === 'question' ? now.text : undefined;
}

/** How long a reader needs for a moment, in milliseconds. */
export const pauseAfter = (moment: Moment | undefined): number =>
  moment?.is === 'narration' ? 900 + 45 * Math.min(moment.text.length, 160) : 900;
