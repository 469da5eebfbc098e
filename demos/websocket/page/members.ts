import { reachable } from './follow.ts';

/** The most names on the page. */
const most = 100;

/** The list of those who are here. */
export class Members {
  readonly #list: HTMLElement;
  readonly #count: HTMLElement;
  readonly #colourOf: (name: string) => number;
  names: readonly string[] = [];
  /** What the list shows: it is made again only if that changes. */
  #shown = '';

  constructor(
    list: HTMLElement,
    count: HTMLElement,
    colourOf: (name: string) => number,
  ) {
    this.#list = list;
    this.#count = count;
    this.#colourOf = colourOf;
  }

  show(names: readonly string[], me: string): void {
    this.names = names;
    const shown = JSON.stringify([me, names.map(name => [name, this.#colourOf(name)])]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#count.textContent = names.length > 0 ? String(names.length) : '';
    this.#list.replaceChildren(
      ...names.slice(0, most).map(name => this.#item(name, me)),
    );
    reachable(this.#list);
  }

  #item(name: string, me: string): HTMLElement {
    const item = document.createElement('li');
    item.className = `c${this.#colourOf(name)}`;
    item.textContent = name === me ? `${name} (you)` : name;
    return item;
  }
}
