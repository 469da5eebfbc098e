import { cells } from '../view/index.ts';
import { width } from './output.ts';

const widest = 80;

/** A long text in lines of the window's width, broken between words. Without a terminal, as it is. */
export function fold(text: string, indent = ''): string[] {
  if (!process.stdout.isTTY) return [text];
  const room = Math.min(width(), widest);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) /)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || cells(longer) <= room) line = longer;
    else {
      lines.push(line);
      line = indent + word;
    }
  }
  return [...lines, line];
}

/** One text at the left and one at the right of a row; in two rows if they do not fit. */
export function spread(left: string, right: string): string[] {
  const gap = Math.min(width(), widest) - cells(left) - cells(right);
  return gap < 2 ? [left, right] : [`${left}${' '.repeat(gap)}${right}`];
}
