/** How long the notice stays after a pause, in milliseconds: the pause may be too short to read of it. */
export const stays = 3_000;

/** The part of an element that the notice needs. */
interface Line {
  textContent: string | null;
  hidden: boolean | string;
}

/** Says that the record is paused. */
export class PauseNotice {
  readonly #line: Line;
  #end: ReturnType<typeof setTimeout> | undefined;

  constructor(line: Line) {
    this.#line = line;
  }

  /** `most`: how many events are recorded in a second; `undefined` if the record is not paused. */
  show(most: number | undefined): void {
    if (most === undefined) this.#hideSoon();
    else this.#say(most);
  }

  #say(most: number): void {
    clearTimeout(this.#end);
    this.#end = undefined;
    this.#line.textContent = `More than ${most.toLocaleString('en')} events per second: the picture continues when the room is calmer.`;
    this.#line.hidden = false;
  }

  #hideSoon(): void {
    if (!this.#line.hidden)
      this.#end ??= setTimeout(() => {
        this.#line.hidden = true;
      }, stays);
  }
}
