import { readFileSync } from 'node:fs';

/** One line that a person wrote: not in a block that `npm run docs` or a benchmark writes. */
export interface Line {
  readonly number: number;
  readonly text: string;
  /** Whether it stands in a listing. */
  readonly code: boolean;
}

const made = /^<!-- (?:generated|bench):/;
const madeEnds = /^<!-- (?:end|bench ends) -->/;
const fence = /^\s*```/;

/** The lines of a page that people wrote by hand. */
export function writtenBy(page: string): Line[] {
  return written(readFileSync(page, 'utf8'));
}

export function written(markdown: string): Line[] {
  const lines: Line[] = [];
  let generated = false;
  let fenced = false;
  markdown.split('\n').forEach((text, index) => {
    if (generated) generated = !madeEnds.test(text);
    else if (made.test(text)) generated = true;
    else {
      const edge = fence.test(text);
      const code = fenced || edge || /^ {4}/.test(text);
      if (edge) fenced = !fenced;
      lines.push({ number: index + 1, text, code });
    }
  });
  return lines;
}

const inTable = ({ text }: Line) => text.startsWith('|');
/** How a point of a list begins. */
export const begins = /^\s*(?:[-*] |\d+\. |> )/;

/** Blocks of prose, line by line: paragraphs, and the points of a list. Neither tables nor listings. */
export function paragraphs(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [[]];
  for (const line of lines) {
    const { text, code } = line;
    const ends = text.trim() === '' || code || inTable(line) || /^[#<!]/.test(text);
    if (ends || begins.test(text)) blocks.push([]);
    if (!ends) blocks.at(-1)?.push(line);
  }
  return blocks.filter(block => block.length > 0);
}

/** Without what stands in backquotes, which is not English. */
export const plain = (text: string): string => text.replace(/`[^`]*`/g, 'Xx');

/** Where a sentence ends and another begins. The initial of a name ends none. */
export const sentenceEnds =
  /(?<=[.!?]["”)*_]*)(?<!(?:^|[,;:(.] )\p{Lu}\.) (?=[*_("“]*[\p{Lu}[])/u;
