import type { Expected } from '../scene/play/hearing.ts';

/** As many lines of a program's output as are looked at, and their length. */
const most = { lines: 1_000, characters: 10_000 };

/**
 * What a stranger's program prints. A program may print more than a scene asks for, so lines
 * are passed over, up to the first that fits: one with the words in it. Of the program's own words (`* `, `! `)
 * only the sign counts, because the protocol does not fix them.
 */
export class LooseScreen {
  #lines: string[] = [];
  #rest = '';

  /** Takes more of what it prints. */
  take(text: string): void {
    const parts = `${this.#rest}${text}`.split(/\r?\n/);
    this.#rest = (parts.pop() ?? '').slice(-most.characters);
    this.#lines.push(...parts);
    this.#lines = this.#lines.slice(-most.lines);
  }

  sees(expected: Expected): boolean {
    return this.#lines.some(fits(expected));
  }

  see(expected: Expected, who: string, fail: (problem: string) => never): void {
    const at = this.#lines.findIndex(fits(expected));
    if (at < 0)
      fail(`expected ${who} to print ${partOf(expected)}, but it did not come`);
    this.#lines.splice(0, at + 1);
  }
}

const ownWords = /^[*!] /;
const name = /^\[[^\]]+\] /;

const fits = ({ text }: Expected) => {
  const [sign] = ownWords.exec(text) ?? [];
  const words = text.replace(name, '');
  return (line: string): boolean =>
    sign === undefined ? line.includes(words) : line.startsWith(sign);
};

const partOf = ({ text }: Expected): string => {
  const [sign] = ownWords.exec(text) ?? [];
  return sign === undefined
    ? `a line with "${text.replace(name, '')}"`
    : `a line that begins with "${sign}"`;
};
