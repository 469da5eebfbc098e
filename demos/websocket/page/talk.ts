import { clean } from '../../../lib/connection/clean.ts';
import { fromServer } from '../../../lib/modes/words.ts';

/** A page that is open for a week is not to grow for a week. */
const most = 500;

/** The conversation on the page. Everybody's words are text, and never anything else. */
export class PageTalk {
  readonly #log: HTMLElement;

  constructor(log: HTMLElement) {
    this.#log = log;
  }

  /** A line of the room's. */
  heard(text: string): void {
    const kind = fromServer(text);
    this.#add(text, kind === 'message' ? 'words' : kind);
  }

  /** One's own words; they may have to wait. */
  mine(text: string): HTMLElement {
    return this.#add(`[you] ${text}`, 'mine');
  }

  #add(text: string, kind: string): HTMLElement {
    const log = this.#log;
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
    const line = document.createElement('p');
    line.className = kind;
    line.textContent = clean(text);
    log.append(line);
    while (log.childElementCount > most) log.firstElementChild?.remove();
    // Whoever reads further up is not to be moved.
    if (atEnd) log.scrollTop = log.scrollHeight;
    return line;
  }
}
