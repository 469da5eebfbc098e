import { byId } from './dom.ts';

/** Says in a few words what has been done, on the page and to a screen reader. */
export function tell(words: string): void {
  const told = byId('told', HTMLElement);
  told.textContent = words;
}
