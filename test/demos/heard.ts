/** Only a guard: nothing takes that long unless it is broken. In milliseconds. */
const patience = 45_000;

/** A text that grows, and those who wait for something to stand in it. */
export class Heard {
  #raw = '';
  readonly #show: (raw: string) => string;
  /** Each is true once it has found what it waits for. */
  #looking: (() => boolean)[] = [];

  /** `show` makes of what came what a person would see of it. */
  constructor(show = (raw: string) => raw) {
    this.#show = show;
  }

  get text(): string {
    return this.#show(this.#raw);
  }

  add(words: string): void {
    this.#raw += words;
    this.#looking = this.#looking.filter(found => !found());
  }

  /** Settles with the match as soon as it is there. */
  until(pattern: string | RegExp): Promise<RegExpMatchArray> {
    return new Promise((resolve, reject) => {
      const guard = setTimeout(() => {
        reject(new Error(`waited for ${pattern}, there is:\n${this.text}`));
      }, patience);
      const found = () => {
        const match = this.text.match(
          typeof pattern === 'string' ? literally(pattern) : pattern,
        );
        if (match === null) return false;
        clearTimeout(guard);
        resolve(match);
        return true;
      };
      if (!found()) this.#looking.push(found);
    });
  }
}

/** What matches this text and nothing else; `end`: only as the last. */
export const literally = (text: string, end = ''): RegExp =>
  new RegExp(`${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}${end}`);
