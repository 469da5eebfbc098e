import type { Paint } from '../text/paint.ts';
import { type Marked, spaced } from './borders.ts';

/** The columns: offset, hexadecimal, text. The text column has one cell per byte. */
const hexAt = 8;
const mostBytes = 16;

/**
 * Returns bytes in rows of at most `width` cells.
 * All is ASCII here, and there is much of it: so a row is put together without a look at each cell.
 */
export function rowsOf(
  bytes: readonly Marked[],
  offset: number,
  width: number,
  paint: Paint,
): string[] {
  const rows: string[] = [];
  const perRow = bytesPerRow(width);
  const textAt = width - perRow;
  for (let i = 0; i < bytes.length; ) {
    let hex = '';
    let text = '';
    const start = i;
    for (let next = bytes[i]; next && i - start < perRow; next = bytes[++i]) {
      const grown = hex + spaced(next);
      if (hexAt + grown.length > textAt - 2) break;
      hex = grown;
      text += next.text;
    }
    const at = (offset + start).toString(16).padStart(6, '0');
    const [first, second] = [gap(at, hexAt), gap(hex, textAt - hexAt)];
    rows.push(
      `${paint.number(at, 0)}${first}${paint.message(hex, 0)}${second}${paint.note(text, 0)}`,
    );
  }
  return rows;
}

const gap = (text: string, room: number): string =>
  ' '.repeat(Math.max(0, room - text.length));

/** How many bytes fit if there are hardly any borders between them; with more borders, a row ends sooner. */
const bytesPerRow = (width: number): number =>
  Math.max(1, Math.min(mostBytes, Math.floor((width - hexAt - 6) / 4)));
