import type { Arrow, Item } from './item.ts';

/** The same words from one end to several others, one after the other. */
export interface Copies {
  readonly is: 'copies';
  readonly arrows: readonly Arrow[];
}

/** Gathers the copies of a message or of a notice, if nothing else happens between them. */
export function gathered(items: readonly Item[]): (Item | Copies)[] {
  const rows: (Item | Copies)[] = [];
  for (let at = 0; at < items.length; ) {
    const arrows = copiesFrom(items, at);
    rows.push(arrows.length > 1 ? { is: 'copies', arrows } : (items[at] as Item));
    at += Math.max(1, arrows.length);
  }
  return rows;
}

function copiesFrom(items: readonly Item[], start: number): Arrow[] {
  const copies: Arrow[] = [];
  for (const item of items.slice(start)) {
    if (item.is !== 'arrow' || !canBeGathered(item)) break;
    const last = copies.at(-1);
    if (last !== undefined && !isCopy(last, item)) break;
    copies.push(item);
  }
  return copies;
}

const canBeGathered = ({ kind, heard, sent }: Arrow): boolean =>
  (kind === 'message' || kind === 'notice') && heard === 'yes' && sent !== undefined;

/** Whether `next` says the same to another end, immediately after `last`. */
const isCopy = (last: Arrow, next: Arrow): boolean =>
  next.from === last.from &&
  next.label === last.label &&
  next.kind === last.kind &&
  next.sent?.n === (last.sent?.n ?? 0) + 1;
