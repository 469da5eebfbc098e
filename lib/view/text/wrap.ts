import { cells, letters, shorten } from './width.ts';

/** Returns the text in at most `rows` rows of `room` cells, broken between words; the rest becomes `…`. */
export function wrap(text: string, room: number, rows: number, more: string): string[] {
  const wrapped = [''];
  for (const piece of pieces(text, room)) {
    const row = wrapped.length - 1;
    const joined = (wrapped[row] ?? '') + piece;
    if (cells(joined.trimEnd()) <= room) wrapped[row] = joined;
    else wrapped.push(piece);
    if (wrapped.length > rows) return cutAfter(wrapped, room, rows, more);
  }
  return wrapped.map(row => row.trimEnd());
}

/** Yields words with the spaces after them; a word that is too long for a row comes letter by letter. */
function* pieces(text: string, room: number): Generator<string> {
  for (const [word] of text.matchAll(/\S*\s*/gu)) {
    if (cells(word.trimEnd()) <= room) yield word;
    else for (const letter of letters(word)) yield letter.text;
  }
}

function cutAfter(
  wrapped: string[],
  room: number,
  rows: number,
  more: string,
): string[] {
  const kept = wrapped.slice(0, rows).map(row => row.trimEnd());
  const rest = `${kept[rows - 1]} ${wrapped[rows]}${' '.repeat(room)}!`;
  return [...kept.slice(0, -1), shorten(rest, room, more)];
}
