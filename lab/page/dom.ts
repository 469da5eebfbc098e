/** Returns the element of the page with this id. The page is ours: if it is missing, the page is broken. */
export function byId<E extends Element>(id: string, kind: abstract new () => E): E {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${kind.name} called ${id}`);
}

/** Makes an element with a class and with children. Text becomes text, never markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  look = '',
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (look !== '') made.className = look;
  made.append(...children);
  return made;
}

/** Makes the options of a list to choose from: value and words of each. */
export const options = (
  choices: Iterable<readonly [value: string, words: string]>,
): HTMLOptionElement[] =>
  [...choices].map(([value, words]) => new Option(words, value));

/** Whether the reader asks for less motion. */
export const calm = (): boolean =>
  matchMedia('(prefers-reduced-motion: reduce)').matches;
