import { clean } from '../../../lib/connection/clean.ts';
import { fromServer } from '../../../lib/modes/words.ts';
import { Following } from './follow.ts';

/** The most lines on the page, so that a page that is open for a week does not grow for a week. */
const most = 500;

/** The conversation on the page. All words are shown as text, never as HTML. */
export class PageTalk {
  readonly #log: HTMLElement;
  readonly #following: Following;
  readonly #colourOf: (name: string) => number;

  constructor(log: HTMLElement, colourOf: (name: string) => number) {
    this.#log = log;
    this.#following = new Following(log);
    this.#colourOf = colourOf;
  }

  /** Adds a line from the room: somebody's words, or a notice without its mark. */
  heard(text: string): void {
    const kind = fromServer(text);
    const [, name, words = ''] = /^\[([^\]]+)\] (.*)$/s.exec(text) ?? [];
    if (kind !== 'message') this.#add(kind, spanOf(text.slice(2)));
    else if (name === undefined) this.#add('words', spanOf(text));
    else {
      const colour = `c${this.#colourOf(name)}`;
      this.#add(`words ${colour}`, speakerOf(name), spanOf(words));
    }
  }

  /** Adds the person's own words; they may have to wait. */
  mine(text: string): HTMLElement {
    return this.#add('mine', spanOf(text));
  }

  #add(kind: string, ...parts: readonly HTMLElement[]): HTMLElement {
    const log = this.#log;
    const line = document.createElement('p');
    line.className = kind;
    line.append(...parts);
    log.append(line);
    while (log.childElementCount > most) log.firstElementChild?.remove();
    this.#following.settleSoon();
    return line;
  }
}

function speakerOf(name: string): HTMLElement {
  const speaker = document.createElement('b');
  speaker.textContent = clean(name);
  return speaker;
}

function spanOf(text: string): HTMLElement {
  const span = document.createElement('span');
  span.textContent = clean(text);
  return span;
}
