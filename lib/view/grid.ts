import { Row } from './canvas.ts';
import type { Exhibit, Look } from './exhibit.ts';
import { cells } from './width.ts';

const margin = 5;
const between = 3;

/** Rows and columns of words. The first row names the columns, the first column the rows. */
export const grid = (given: readonly (readonly string[])[]): Exhibit => ({
  draw: look => draw(given, look),
  tell: () => told(given),
});

function draw(given: readonly (readonly string[])[], { paint }: Look): string[] {
  const columns = given[0]?.map((_, at) =>
    Math.max(...given.map(row => cells(row[at] ?? ''))),
  );
  return given.map((words, index) => {
    const row = new Row();
    let at = margin;
    words.forEach((word, column) => {
      row.put(at, word, index === 0 ? 'note' : column === 0 ? 'lane' : 'message');
      at += (columns?.[column] ?? 0) + between;
    });
    return row.paint(paint);
  });
}

function told([head = [], ...rows]: readonly (readonly string[])[]): string[] {
  return rows.map(([name, ...words]) => {
    const said = words.map((word, at) => `${head[at + 1]} ${word}`);
    return `${name}: ${said.join('; ')}`;
  });
}
