/** Thrown for records that cannot all be true: nothing can be judged by them. */
export class Contradiction extends Error {
  constructor(problem: string) {
    super(`the records contradict each other: ${problem}`);
    this.name = 'Contradiction';
  }
}
