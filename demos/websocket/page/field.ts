/** An input field, with the problem of its text shown below it. */
export class Field {
  readonly #input: HTMLInputElement;
  readonly #problem: HTMLElement;

  constructor(input: HTMLInputElement, problem: HTMLElement) {
    this.#input = input;
    this.#problem = problem;
    input.addEventListener('input', () => this.says(''));
  }

  /** Shows the problem, or nothing if `problem` is empty. The typed text stays. */
  says(problem: string): void {
    this.#problem.textContent = problem;
    this.#input.setAttribute('aria-invalid', String(problem !== ''));
  }
}
