import { clean } from '../../connection/clean.ts';
import type { Typing } from './typing.ts';

const prompts = { undefined: '> ', true: 'speak>  ', false: 'listen> ' } as const;

/**
 * Shows a person at the keyboard whose turn it is, and what becomes of a line that was typed out of
 * turn: it waits. Such a line may look like an answer to words that arrived after it, so it is
 * shown again when it is sent.
 */
export class TurnPrompt {
  readonly #typing: () => Typing | undefined;
  /** Whether it is this person's turn; `undefined` if there are no turns, or nobody is on the line. */
  #mine: boolean | undefined;
  #waiting: string[] = [];

  constructor(typing: () => Typing | undefined) {
    this.#typing = typing;
  }

  get exist(): boolean {
    return this.#mine !== undefined;
  }

  is(mine: boolean | undefined): void {
    // A line that is typed in turn uses the turn up when it is typed. So this one waited.
    if (this.#mine && mine === false)
      this.#tell('sent now', this.#waiting.splice(0, 1));
    if (mine === undefined) this.#tell('not sent', this.#waiting.splice(0));
    this.#mine = mine;
    this.#typing()?.prompt(prompts[`${mine}`]);
  }

  /**
   * Notes a line that was typed. Says so if it must wait. If not, it uses the turn up: a paste may have several
   * lines. Returns true for a blank line, which says nothing: it is not sent, and the turn stays.
   */
  typed(line: string): boolean {
    if (line.trim() === '') {
      this.#typing()?.print('not sent: a blank line');
      return true;
    }
    if (this.#mine === false) {
      this.#waiting.push(line);
      this.#typing()?.print('waits for your turn');
    }
    if (this.#mine) this.#mine = false;
    return false;
  }

  #tell(what: string, lines: readonly string[]): void {
    for (const line of lines) this.#typing()?.print(clean(`${what}: ${line}`));
  }
}
