import { cells } from '../view/text/width.ts';
import type { WindowSize } from './line/typed-line.ts';
import { width } from './line/window.ts';

const widest = 80;

/** The width of text in cells: the window's, but at most 80; 80 without a terminal. */
export const lineWidth = (
  terminal: Pick<WindowSize, 'columns'> = process.stdout,
): number => Math.min(width(terminal), widest);

/** Returns a long text in lines of at most `most` cells, broken between words; without a terminal, unchanged. */
export const fold = (text: string, indent = '', most = lineWidth()): string[] =>
  process.stdout.isTTY ? foldTo(most, text, indent) : [text];

const together = '\u00a0';

/** Like `fold`, but it breaks at a space that `inside` matches only if a part is too long for a line. */
export const foldParts = (
  text: string,
  inside = /(?<=\S) (?=\S)/g,
  most = lineWidth(),
): string[] =>
  fold(text.replaceAll(inside, together), '  ', most)
    .map(row => row.replaceAll(together, ' '))
    .flatMap(row => fold(row, '    ', most));

/**
 * Folds `text` into lines of at most `most` cells, unless a word is longer. Each line but the first
 * is indented.
 */
export function foldTo(most: number, text: string, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) /)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || cells(longer) <= most) line = longer;
    else {
      lines.push(line);
      line = indent + word.trimStart();
    }
  }
  return [...lines, line];
}

/** Returns two columns, together at most `most` cells wide. Folded text stays in its own column. */
export function columns(
  rows: readonly (readonly [left: string, right: string])[],
  most: number,
): string[] {
  const left = Math.max(...rows.map(([text]) => text.length)) + 5;
  return rows.flatMap(([text, right]) =>
    foldTo(most - left, right).map(
      (line, nth) => (nth === 0 ? `  ${text}` : '').padEnd(left) + line,
    ),
  );
}

/** Puts one text at the left of a row and one at the right; each gets its own rows if they do not fit. */
export function spread(left: string, right: string): string[] {
  const gap = lineWidth() - cells(left) - cells(right);
  if (gap >= 2) return [`${left}${' '.repeat(gap)}${right}`];
  return [left, right].flatMap(text => foldParts(text));
}
