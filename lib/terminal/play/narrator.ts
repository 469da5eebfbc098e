import { fold } from '../fold.ts';
import { faint, print, questioning } from '../output.ts';
import { atOnce, type Pace } from './pace.ts';

/** What is said beside a run, and the time to read it. */
export interface Narrator {
  narration(text: string): Promise<void>;
  question(text: string): Promise<void>;
  /** Something was shown. */
  rest(): Promise<void>;
}

/** Milliseconds a row, a letter of narration, a question: an opening scene takes under half a minute. */
const rowRest = 380;
const readingSpeed = 34;
const questionTime = 5_000;

/** `step`: it goes on at a key only. */
export function narrator(pace: Pace, step: boolean): Narrator {
  const rest = (ms: number) => (step ? pace.key() : pace.rest(ms));
  return {
    async narration(text) {
      for (const line of fold(`  -- ${text}`, '     ')) print(faint(line));
      await rest(600 + text.length * readingSpeed);
    },
    async question(text) {
      const hint = pace === atOnce ? '' : '   [space]';
      for (const line of fold(`  ?? ${text}${hint}`, '     ')) print(questioning(line));
      await (step ? pace.key() : pace.key(questionTime));
    },
    rest: () => rest(rowRest),
  };
}
