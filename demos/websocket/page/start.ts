/** The steps of the start. The page shows them until two people are here. */
export class Start {
  readonly #box: HTMLElement;
  readonly #example: HTMLElement;
  readonly #steps: readonly HTMLElement[];

  constructor(box: HTMLElement) {
    this.#box = box;
    this.#example = box.querySelector('figure') as HTMLElement;
    this.#steps = [...box.querySelectorAll<HTMLElement>('ol > li')];
  }

  /** `isInside`: the person has a name. `people`: how many are here. */
  show(isInside: boolean, people: number): void {
    const done = isInside ? Math.min(people, 2) : 0;
    this.#box.hidden = done === 2;
    // One who was in the room has a picture of their own.
    if (isInside) this.#example.hidden = true;
    for (const [i, step] of this.#steps.entries()) {
      step.classList.toggle('done', i < done);
      if (i === done) step.setAttribute('aria-current', 'step');
      else step.removeAttribute('aria-current');
    }
  }
}
