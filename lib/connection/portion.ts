import { inNextTask } from './next-task.ts';

/**
 * The work that one connection may cause in one turn of the event loop before the others have
 * their turn.
 */
const portion = 2_048;

/**
 * The cost of hearing a frame, by the work that it causes: to discard it silently, to hand it to
 * the program, and to answer it or find that it is not a message. So a turn is 2,048 frames, or
 * 256 messages, or 32 refusals.
 */
export const cost = { silence: 1, message: 8, refusal: 64 } as const;

let count = 0;
let asked = false;

/**
 * The number of this turn of the event loop. In one turn we hear everybody whose words have
 * arrived.
 */
function turn(): number {
  if (!asked) {
    asked = true;
    inNextTask(() => {
      asked = false;
      count++;
    });
  }
  return count;
}

/** The work that one connection has caused in this turn. */
export class Portion {
  #turn = -1;
  #spent = 0;

  /** Adds `work`. Returns whether the connection has used up its portion of this turn. */
  spend(work: number): boolean {
    const now = turn();
    this.#spent = now === this.#turn ? this.#spent + work : work;
    this.#turn = now;
    return this.#spent > portion;
  }
}
