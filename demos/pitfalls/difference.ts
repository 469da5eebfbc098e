import type { Figure } from '../../lib/view/rows/figure.ts';
import type { Ink } from '../../lib/view/text/paint.ts';
import { wrap } from '../../lib/view/text/wrap.ts';

/** A line of two texts: only in the first (`-`), only in the second (`+`), or in both. */
export type Line = `${'-' | '+' | ' '} ${string}`;

/** The lines of both texts, in order, with as many in common as can be. */
export function difference(
  before: readonly string[],
  after: readonly string[],
): Line[] {
  const common = commonLengths(before, after);
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [one, two] = [before[i], after[j]];
    if (one !== undefined && one === two) {
      lines.push(`  ${one}`);
      i++;
      j++;
    } else if (one !== undefined && at(common, i + 1, j) >= at(common, i, j + 1)) {
      lines.push(`- ${one}`);
      i++;
    } else {
      lines.push(`+ ${two}`);
      j++;
    }
  }
  return lines;
}

/** For each place in both: how many lines the rests have in common. */
function commonLengths(
  before: readonly string[],
  after: readonly string[],
): number[][] {
  const lengths = [...before, ''].map(() =>
    new Array<number>(after.length + 1).fill(0),
  );
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const longest =
        before[i] === after[j]
          ? at(lengths, i + 1, j + 1) + 1
          : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
      lengths[i]?.splice(j, 1, longest);
    }
  return lengths;
}

/** Nothing is in common with a text that is over. */
const at = (lengths: readonly number[][], i: number, j: number): number =>
  lengths[i]?.[j] ?? -1;

const inks: Readonly<Record<string, Ink>> = { '-': 'refused', '+': 'message' };
const margin = 4;

/** Each row of a line begins as the line does, with its mark and its indent. */
function rowsOf(line: string, room: number): string[] {
  const [start = ''] = line.match(/^[-+ ]? */) ?? [];
  const rows = wrap(line.slice(start.length), room - start.length, Infinity, '');
  return rows.map(row => start + row);
}

/** A program, or what changes in it. */
export const listing = (lines: readonly string[]): Figure => ({
  draw: ({ textWidth = Infinity, paint }) =>
    lines.flatMap(line => {
      const ink = paint[inks[line[0] ?? ''] ?? 'note'];
      return rowsOf(line, textWidth - margin).map(
        row => ' '.repeat(margin) + ink(row, 0),
      );
    }),
  tell: () => [...lines],
});
