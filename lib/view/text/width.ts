import measure from 'fast-string-truncated-width';

let segmenter: Intl.Segmenter | undefined;

/** Made for the first letter: this takes longer than loading all of lib/view. */
const graphemes = (): Intl.Segmenter => {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return segmenter;
};

/** What a reader sees as one character, and how many terminal cells it takes. */
export interface Letter {
  readonly text: string;
  readonly cells: number;
}

const plain = /^[ -~]*$/;

/** Lazy, because only the start of a long message is ever split into letters. */
export function* letters(text: string): Generator<Letter> {
  if (plain.test(text)) {
    for (const letter of text) yield { text: letter, cells: 1 };
    return;
  }
  for (const { segment } of graphemes().segment(text)) {
    yield { text: segment, cells: measure(segment).width };
  }
}

export function cells(text: string): number {
  let sum = 0;
  for (const letter of letters(text)) sum += letter.cells;
  return sum;
}

/**
 * Returns the text if it fits into `room` cells, otherwise its start and the mark for "more".
 * The library could truncate too, but it splits rare Han characters (it counts their
 * code points as code units). Here the text ends after a whole letter.
 */
export function shorten(text: string, room: number, more = '…'): string {
  const keep = room - cells(more);
  let used = 0;
  let kept = '';
  for (const letter of letters(text)) {
    if (used + letter.cells > room) return keep < 0 ? '' : kept + more;
    used += letter.cells;
    if (used <= keep) kept += letter.text;
  }
  return text;
}
