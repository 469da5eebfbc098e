import type { TraceEvent } from '../../trace/event.ts';
import type { Arrow, Item } from './item.ts';

/**
 * One event with everything that the picture knows about it, for the styles that print one line per
 * event.
 */
export interface Line {
  readonly event: TraceEvent;
  readonly arrow: Arrow;
  /** The end that did it, rather than the end it reached. */
  readonly bySender: boolean;
  /** The message that crossed this one. */
  readonly crossed?: Arrow;
}

/**
 * Returns the events of a batch, one by one, in the order of their numbers. In a joined record each
 * end has its own numbers: nothing comes before its cause there either.
 */
export function lineOf(items: readonly Item[]): Line[] {
  const left = byEnd(items.flatMap(eventsOf));
  const waiting = new Set(left.flatMap(lines => lines.map(({ event }) => event)));
  const waits = ({ bySender, arrow: { sent } }: Line) =>
    !bySender && sent !== undefined && waiting.has(sent);
  const order: Line[] = [];
  while (waiting.size > 0) {
    const heads = left.flatMap(lines => lines.at(-1) ?? []);
    const ready = heads.filter(line => !waits(line));
    const next = (ready.length > 0 ? ready : heads).reduce(smaller);
    waiting.delete(next.event);
    order.push(next);
    left.find(lines => lines.at(-1) === next)?.pop();
  }
  return order;
}

/** The events of each end, the last one first. */
function byEnd(lines: readonly Line[]): Line[][] {
  const ends = new Map<string, Line[]>();
  for (const line of lines) {
    const { end } = line.event;
    const others = ends.get(end);
    if (others === undefined) ends.set(end, [line]);
    else others.push(line);
  }
  return [...ends.values()].map(all => all.sort((a, b) => b.event.n - a.event.n));
}

const smaller = (one: Line, other: Line): Line =>
  other.event.n < one.event.n ? other : one;

/** The events of one item. */
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
