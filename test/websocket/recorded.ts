import type { Update } from '../../demos/websocket/page/live-record.ts';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { toJsonLines } from '../../lib/trace/jsonl.ts';

export const counts = { said: 0, heard: 0, crossings: 0, oneOrder: true };

/** What a server sends to the page. */
export const update = (
  events: readonly TraceEvent[],
  rest: Partial<Update> = {},
): string =>
  JSON.stringify({
    anew: false,
    since: 1,
    late: false,
    whole: true,
    people: people('alice', 'bob'),
    counts,
    lines: toJsonLines(events),
    ...rest,
  });

export const people = (...names: string[]) =>
  names.map((name, at) => ({ link: `link ${at + 1}`, name, isHere: true }));

/** A message of member `from`, as the room and the pages of `to` record it. */
export function message(
  text: string,
  { n, nth, from, to }: { n: number; nth: number; from: number; to: readonly number[] },
): TraceEvent[] {
  let next = n;
  const event = (link: number, rest: Partial<TraceEvent>): TraceEvent => ({
    n: next++,
    at: 0,
    end: 'room',
    link: `link ${link}`,
    what: 'sent',
    by: 'self',
    kind: 'message',
    text,
    nth,
    ...rest,
  });
  const heard = { what: 'received', by: 'peer' } as const;
  const relayed = `[m${from}] ${text}`;
  const of = { link: `link ${from}`, nth };
  return [
    event(from, { end: `page at link ${from}` }),
    event(from, heard),
    ...to.map(link => event(link, { text: relayed, of })),
    ...to.map(link =>
      event(link, { ...heard, text: relayed, end: `page at link ${link}` }),
    ),
  ];
}
