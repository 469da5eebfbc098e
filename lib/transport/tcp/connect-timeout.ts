import type { Clock } from '../../connection/clock.ts';

/** How long the server may take to answer, in milliseconds. The system alone would wait for minutes. */
const answerTime = 5_000;

/** There was no refusal and no answer: a wrong address, a firewall, or a program that hangs. */
export class NoAnswer extends Error {}

/** The server answered, and refused: asking again immediately would be useless. */
export class Refused extends Error {}

/** Calls `drop` if there is no answer in time. Call the returned function when the answer arrives. */
export const orNoAnswer = (clock: Clock, drop: (error: NoAnswer) => void) =>
  clock.after(answerTime, () =>
    drop(new NoAnswer(`no answer in ${answerTime / 1_000} s`)),
  );
