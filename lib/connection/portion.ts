import { turn } from './turn.ts';

/** What one connection may cost in one turn of the event loop before the others have theirs. */
const portion = 2_048;

/**
 * What hearing a frame costs, by the work that it makes: to put it away in silence, to hand it to the
 * program, and to answer it, or to find that it is no message. So a turn is 2,048 frames, or 256
 * messages, or 32 refusals.
 */
export const cost = { silence: 1, message: 8, refusal: 64 } as const;

/** What one connection has cost in this turn. */
export class Portion {
  #turn = -1;
  #spent = 0;

  /** True: that was its last for this turn. */
  spend(work: number): boolean {
    const now = turn();
    this.#spent = now === this.#turn ? this.#spent + work : work;
    this.#turn = now;
    return this.#spent > portion;
  }
}
