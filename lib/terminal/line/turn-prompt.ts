import type { Typing } from './typing.ts';

const prompts = { undefined: '> ', true: 'speak>  ', false: 'listen> ' } as const;

/**
 * Shows a person at the keyboard whose turn it is. The prompt shows it, and words out of turn are not kept:
 * the person typed them before the other's words arrived, and they would look like an answer to these.
 */
export class TurnPrompt {
  readonly #typing: () => Typing | undefined;
  /** Whether it is this person's turn; `undefined` if there are no turns, or nobody is on the line. */
  #mine: boolean | undefined;

  constructor(typing: () => Typing | undefined) {
    this.#typing = typing;
  }

  get exist(): boolean {
    return this.#mine !== undefined;
  }

  is(mine: boolean | undefined): void {
    this.#mine = mine;
    this.#typing()?.prompt(prompts[`${mine}`]);
  }

  /** Whether a line is too early; if so, tells the person. If not, the turn is used up: a paste may have several lines. */
  refuses(): boolean {
    const early = this.#mine === false;
    if (early) this.#typing()?.print('not your turn: not sent');
    if (this.#mine) this.#mine = false;
    return early;
  }
}
