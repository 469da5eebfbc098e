import type { Scene } from '../../scene/script/scene.ts';
import { fold } from '../fold.ts';
import { print, questioning } from '../output.ts';
import { atOnce, type Pace } from './pace.ts';

/** Prints the remarks on a run, and gives the viewer time to read. */
export interface Narrator {
  narration(text: string): Promise<void>;
  question(text: string): Promise<void>;
  /** Call this after each row. It is one of `rows` that appeared together. */
  rest(rows?: number): Promise<void>;
}

/** The time to read a row, in milliseconds. */
const rowTime = 1_000;
export const timeOfRemark = (text: string): number => 600 + text.length * 34;
/**
 * The longest time of a scene in milliseconds, if nobody holds it and every question is answered
 * immediately.
 */
const longest = 38_000;

/**
 * Returns how long the rows of one step may take: all steps of a scene, with the remarks, take no longer
 * than `longest`.
 */
export function stepTime({ steps }: Pick<Scene, 'steps'>): number {
  const remarks = steps.flatMap(step => (step.do === 'narrate' ? [step.text] : []));
  const reading = remarks.map(timeOfRemark).reduce((sum, time) => sum + time, 0);
  const shown = steps
    .map(step => (step.do === 'connect' ? step.who.length : 1))
    .reduce((sum, count) => sum + count, 0);
  return Math.max(0, longest - reading) / Math.max(1, shown - remarks.length);
}

/** `step`: continue only at a key. `most`: the longest time for the rows of one step, in milliseconds. */
export function narrator(pace: Pace, step: boolean, most = Infinity): Narrator {
  const rest = (ms: number) => (step ? pace.key() : pace.rest(ms));
  return {
    async narration(text) {
      for (const line of fold(`  -- ${text}`, '     ')) print(line);
      await rest(timeOfRemark(text));
    },
    async question(text) {
      const hint = pace === atOnce ? '' : '   [space]';
      for (const line of fold(`  ?? ${text}${hint}`, '     ')) print(questioning(line));
      await pace.key();
    },
    rest: (rows = 1) => rest(Math.min(rowTime, most / rows)),
  };
}
