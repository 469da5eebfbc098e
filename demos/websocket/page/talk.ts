import { clean } from '../../../lib/connection/clean.ts';
import { fromServer } from '../../../lib/modes/words.ts';

/** The most lines on the page, so that a page that is open for a week does not grow for a week. */
const most = 500;

/** The conversation on the page. All words are shown as text, never as HTML. */
export class PageTalk {
  readonly #log: HTMLElement;

  constructor(log: HTMLElement) {
    this.#log = log;
  }

  /** Adds a line from the room. */
  heard(text: string): void {
    const kind = fromServer(text);
    this.#add(text, kind === 'message' ? 'words' : kind);
  }

  /** Adds the person's own words; they may have to wait. */
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
    // Do not move the view of a person who is reading further up.
    if (atEnd) log.scrollTop = log.scrollHeight;
    return line;
  }
}
