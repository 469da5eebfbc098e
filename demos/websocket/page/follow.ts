import { onceAFrame } from './once-a-frame.ts';

/** Near enough to the end to be there, in pixels. */
const near = 40;

/**
 * A box that scrolls, and grows at its end. A person who is at the end stays there, whatever size the
 * box gets; one who reads further up is not moved.
 */
export class Following {
  readonly #box: HTMLElement;
  #atEnd = true;
  /** Where we have scrolled to. */
  #ours = 0;
  /** Call this when the box shows more: reading its size for each line would be slow. */
  readonly settleSoon = onceAFrame(() => this.settle());

  constructor(box: HTMLElement) {
    this.#box = box;
    box.addEventListener('scroll', () => {
      const isNear = box.scrollHeight - box.scrollTop - box.clientHeight < near;
      // The box may have grown since we scrolled: only a person scrolls up.
      this.#atEnd = isNear || (this.#atEnd && box.scrollTop >= this.#ours - 1);
    });
    new ResizeObserver(this.settleSoon).observe(box);
  }

  settle(): void {
    if (this.#atEnd) this.#box.scrollTop = this.#box.scrollHeight;
    this.#ours = this.#box.scrollTop;
    reachable(this.#box);
  }
}

/** Lets the keyboard reach a box that scrolls, and no other box. */
export function reachable(box: HTMLElement): void {
  if (box.scrollHeight > box.clientHeight) box.tabIndex = 0;
  else box.removeAttribute('tabindex');
}
