import type { Clock } from '../../connection/clock.ts';

/** How long whoever is called may take to answer, in milliseconds. The system alone would wait for minutes. */
const answerTime = 5_000;

/** Nobody refused, and nobody answered: a wrong address, a firewall, or a program that is busy for ever. */
export class NoAnswer extends Error {}

/** Somebody answered, and the answer is no: to ask again at once would be of no use. */
export class Refused extends Error {}

/** Calls `drop` when there was no answer in time. The returned function is for the answer. */
export const orNoAnswer = (clock: Clock, drop: (error: NoAnswer) => void) =>
  clock.after(answerTime, () =>
    drop(new NoAnswer(`no answer in ${answerTime / 1_000} s`)),
  );
