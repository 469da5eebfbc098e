import type { Typing } from './typed.ts';

const prompts = { undefined: '> ', true: 'speak>  ', false: 'listen> ' } as const;

/**
 * Whose turn it is, for a person at the keyboard. The prompt shows it, and words out of turn are not kept:
 * the person typed them before the other's words came, and they would pass for an answer to these.
 */
export class TurnPrompt {
  readonly #typing: () => Typing | undefined;
  /** `undefined`: there are no turns, or nobody is on the line. */
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

  /** Whether these words come too early; says so. In turn they use it up: one paste may hold several lines. */
  refuses(): boolean {
    const early = this.#mine === false;
    if (early) this.#typing()?.print('not your turn: not sent');
    if (this.#mine) this.#mine = false;
    return early;
  }
}
