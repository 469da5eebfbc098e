/** Near enough to the end to be there, in pixels. */
const near = 40;

/**
 * A box that scrolls, and grows at its end. A person who is at the end stays there, whatever size the
 * box gets; one who reads further up is not moved.
 */
export class Following {
  readonly #box: HTMLElement;
  #atEnd = true;

  constructor(box: HTMLElement) {
    this.#box = box;
    box.addEventListener('scroll', () => {
      this.#atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < near;
    });
    new ResizeObserver(() => this.change(() => {})).observe(box);
  }

  /** Changes what the box shows. */
  change(change: () => void): void {
    change();
    if (this.#atEnd) this.#box.scrollTop = this.#box.scrollHeight;
    reachable(this.#box);
  }
}

/** Lets the keyboard reach a box that scrolls, and no other box. */
export function reachable(box: HTMLElement): void {
  if (box.scrollHeight > box.clientHeight) box.tabIndex = 0;
  else box.removeAttribute('tabindex');
}
