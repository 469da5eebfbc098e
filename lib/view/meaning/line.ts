import type { TraceEvent } from '../../trace/event.ts';
import type { Arrow, Item } from './item.ts';

/** One event with everything that the picture knows about it, for the styles that print one line per event. */
export interface Line {
  readonly event: TraceEvent;
  readonly arrow: Arrow;
  /** The end that did it, rather than the end it reached. */
  readonly bySender: boolean;
  /** The message that crossed this one. */
  readonly crossed?: Arrow;
}

/** Returns the events of a batch, one by one, in the order of their numbers. */
export function lineOf(items: readonly Item[]): Line[] {
  return items.flatMap(eventsOf).sort((a, b) => a.event.n - b.event.n);
}

function eventsOf(item: Item): Line[] {
  if (item.is === 'turn') return [];
  if (item.is === 'arrow') return endsOf(item);
  const { first, second } = item;
  const heard = first.heard === 'yes' && second.heard === 'yes';
  return heard
    ? [...wayOf(first, second), ...wayOf(second, first)]
    : [...wayOf(first), ...wayOf(second)];
}

/** Words that were passed on have four events: said, heard, sent onward, heard. */
const wayOf = (arrow: Arrow, crossed?: Arrow): Line[] =>
  (arrow.hops ?? [arrow]).flatMap(hop => endsOf(hop, crossed));

function endsOf(arrow: Arrow, crossed?: Arrow): Line[] {
  const about = { arrow, ...(crossed && { crossed }) };
  const ends: Line[] = [];
  if (arrow.sent && arrow.heard !== 'late') {
    ends.push({ ...about, event: arrow.sent, bySender: true });
  }
  if (arrow.got && arrow.heard !== 'stub') {
    ends.push({ ...about, event: arrow.got, bySender: false });
  }
  return ends;
}
