import { byId } from './dom.ts';

/** How long the words stay, in milliseconds. */
const stay = 8_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says in a few words what has been done, on the page and to a screen reader. */
export function tell(words: string): void {
  const told = byId('told', HTMLElement);
  told.textContent = words;
  clearTimeout(timer);
  timer = setTimeout(() => told.replaceChildren(), stay);
}
