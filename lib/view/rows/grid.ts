import { Row } from '../ladder/canvas.ts';
import { cells } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import type { Figure, Look } from './figure.ts';

/** The first row names the columns. */
type Table = readonly (readonly string[])[];

const margin = 5;
const between = 3;

/** Words in rows and columns; in a narrow window each row becomes a list. */
export const grid = (table: Table): Figure => ({
  draw: look => draw(table, look),
  tell: () => told(table),
});

function draw(table: Table, { width, paint }: Look): string[] {
  const [head = []] = table;
  const widths = head.map((_, at) =>
    Math.max(...table.map(row => cells(row[at] ?? ''))),
  );
  const starts = widths.map(
    (_, at) => margin + sum(widths.slice(0, at)) + at * between,
  );
  const end = margin + sum(widths) + (widths.length - 1) * between;
  if (end > width) return list(table, width);
  return table.map((words, index) => {
    const row = new Row();
    const ink = index === 0 ? 'note' : 'message';
    words.forEach((word, at) => {
      row.put(starts[at] ?? 0, word, at === 0 && index > 0 ? 'lane' : ink);
    });
    return row.paint(paint);
  });
}

/** Each row becomes a line, followed by a line for each of its other columns. */
function list([head = [], ...rows]: Table, width: number): string[] {
  return rows
    .flatMap(([first = '', ...words]) => [
      first,
      ...words.map((word, at) => `  ${head[at + 1]}: ${word}`),
    ])
    .flatMap(line => wrap(line, width - margin, Infinity, ''))
    .map(line => ' '.repeat(margin) + line);
}

/** Each row becomes a sentence. */
function told([head = [], ...rows]: Table): string[] {
  return rows.map(([first = '', ...words]) => {
    const said = words.map((word, at) => `${head[at + 1]} ${word}`).join('; ');
    return said === '' ? first : `${first}: ${said}`;
  });
}

const sum = (values: readonly number[]): number =>
  values.reduce((all, value) => all + value, 0);
