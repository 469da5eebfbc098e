/** What the client did not do as expected. */
export class ClientProblem extends Error {
  readonly hint: string | undefined;

  constructor(expected: string, came: string, hint?: string) {
    super(`expected ${expected}, but ${came}`);
    this.hint = hint;
  }
}
