import type { Scene } from '../../scene/script/scene.ts';
import { fold } from '../fold.ts';
import { print, questioning } from '../output.ts';
import { atOnce, type Pace } from './pace.ts';

/** What is said beside a run, and the time to read it. */
export interface Narrator {
  narration(text: string): Promise<void>;
  question(text: string): Promise<void>;
  /** A row was shown, one of `rows` that came together. */
  rest(rows?: number): Promise<void>;
}

/** Milliseconds. */
const rowTime = 1_000;
export const timeOfRemark = (text: string): number => 600 + text.length * 34;
/** Milliseconds: no scene takes longer, if nobody holds it and its questions are answered at once. */
const longest = 38_000;

/**
 * How long the rows of one step may take: with the remarks, all the steps of a scene together take no longer
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

/** `step`: it goes on at a key only. `most`: what the rows of one step may take, in milliseconds. */
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
