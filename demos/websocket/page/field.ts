/** A field, and what is wrong with what stands in it, right below. */
export class Field {
  readonly #input: HTMLInputElement;
  readonly #problem: HTMLElement;

  constructor(input: HTMLInputElement, problem: HTMLElement) {
    this.#input = input;
    this.#problem = problem;
    input.addEventListener('input', () => this.says(''));
  }

  /** Says what is wrong; nothing, where the text is empty. What was typed stays. */
  says(problem: string): void {
    this.#problem.textContent = problem;
    this.#input.setAttribute('aria-invalid', String(problem !== ''));
  }
}
