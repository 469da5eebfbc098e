import type { Facts } from './live-record.ts';

/** What the record proves, in words. */
export interface PageVerdict {
  readonly isShown: boolean;
  readonly headline: string;
  readonly counted: string;
}

const plural = (count: number, word: string): string =>
  `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;

/**
 * Full-duplex forbids nothing: a record can only show it, by two messages that crossed. The counts
 * are those of the whole record, and not only of the events on the page.
 */
export function verdictOf({ counts, whole, late, since }: Facts): PageVerdict {
  const { said, heard, crossings, last, oneOrder } = counts;
  const isShown = crossings > 0 && whole;
  const pair = last ? ` (the last: ${last.join(' \u2573 ')})` : '';
  const parts = [
    `${plural(crossings, 'crossing')}${pair}`,
    `${plural(said, 'message')}${whole ? '' : ' between pages'}, heard ${plural(heard, 'time')}`,
    ...(said === heard ? [] : [oneOrder ? 'one order' : 'several orders']),
    ...(since > 1 ? [`counted since event ${since.toLocaleString('en')}`] : []),
  ];
  const why = isShown ? 'shown' : `undecided: ${whyNot(crossings, whole, late)}`;
  return { isShown, headline: `full-duplex, ${why}`, counted: parts.join(' · ') };
}

function whyNot(crossings: number, whole: boolean, late: boolean): string {
  if (late) return 'the record began in the middle of conversations';
  if (!whole) return 'only one end of some links is in the record';
  return crossings === 0 ? 'no two messages have crossed yet' : '';
}
