import type fc from 'fast-check';
import type { Answer } from './judge.ts';
import type { Rules } from './line.ts';
import { different, type File, linesOf, type Mode } from './line.ts';
import { Tape, tapes } from './tape.ts';
import { type Testimony, testimonyOf } from './testimony.ts';
import { type TrueRun, trueRun } from './true-run.ts';
import { type Truth, truthOf } from './truth.ts';

/** What happened, and what the ends wrote about it. */
export interface Told extends TrueRun, Testimony {}

export function tell(numbers: readonly number[]): Told {
  const tape = new Tape(numbers);
  const run = trueRun(tape);
  return { ...run, ...testimonyOf(run.world, tape) };
}

export const anyRun: fc.Arbitrary<Told> = tapes(200).map(tell);
/** The choices of somebody who falsifies records. */
export const anyLies: fc.Arbitrary<number[]> = tapes(40);

/** Every question that these files can be asked: a mode, and its rule. */
export const questionsFor = (files: readonly File[]): (readonly [Mode, Rules])[] => [
  ['simplex', {}],
  ...different(linesOf(files).map(({ end }) => end)).map((from): [Mode, Rules] => [
    'simplex',
    { from },
  ]),
  ['half-duplex', { turns: 'strict' }],
  ['half-duplex', { turns: 'free' }],
  ['full-duplex', {}],
];

/** Whether the files can tell what happened between people: nobody else may have their name. */
export function canBeHeldTo(
  { world, isComplete, hasNamesakes }: Told,
  { from }: Rules,
): boolean {
  if (from !== undefined && hasNamesakes) return false;
  return isComplete || world.relays.size === 0;
}

/** Whether an answer to true records is false. */
export function isFalse(answer: Answer, told: Told, mode: Mode, rules: Rules): boolean {
  const truth = truthOf(mode, told.world, rules);
  if (told.isFinished && told.isComplete) return answer !== rightAnswer(mode, truth);
  return turnsRound(answer, truth) || answer === 'contradiction';
}

/** Whether it convicts what was lawful, or finds what was not there. */
export function turnsRound(answer: Answer, { isViolated, crosses }: Truth): boolean {
  if (answer === 'violated') return !isViolated;
  if (answer === 'kept') return isViolated;
  return answer === 'shown' && !crosses;
}

/** Of a run of which everything is known. */
function rightAnswer(mode: Mode, truth: Truth): Answer {
  if (truth.isViolated) return 'violated';
  if (mode === 'full-duplex') return truth.crosses ? 'shown' : 'undecided';
  if (mode === 'half-duplex') return truth.goesBothWays ? 'kept' : 'undecided';
  return truth.wasHeard && !truth.putsSomethingBack ? 'kept' : 'undecided';
}
