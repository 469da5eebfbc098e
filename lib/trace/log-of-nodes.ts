import type { Observation, TraceEvent } from './event.ts';
import { merged } from './one-order.ts';
import type { TraceRecord } from './record.ts';

/** Words of the log, as a node has read them. */
interface Read {
  /** The name that they have at all nodes. */
  readonly name: string;
  /** The link on which their author wrote them. */
  readonly author: string;
  readonly frame: Pick<Observation, 'kind' | 'text' | 'size'>;
}

/** By link to the log: what was read there, in order. */
type Links = ReadonlyMap<string, readonly Read[]>;

/**
 * Adds the record of the log that several nodes share. It keeps none itself, but what it has received, and in
 * which order, follows from what its nodes read. Adds nothing if they do not agree on an order, or if a node that
 * wrote something has no record here.
 */
export function withLog(records: readonly TraceRecord[]): readonly TraceRecord[] {
  const nodes = records.map(linksIn).filter(links => links.size > 0);
  const links: Links = new Map(nodes.flatMap(one => [...one]));
  const read = nodes.map(one => [...one.values()].flat());
  const all = new Map(read.flat().map(one => [one.name, one]));
  const order = merged(read.map(list => list.map(({ name }) => name)));
  const isWhole = [...all.values()].every(({ author }) => links.has(author));
  if (links.size === 0 || order === undefined || !isWhole) return records;
  if (records.some(({ events }) => events.some(isOfLog(links)))) return records;
  const inOrder = order.flatMap(name => all.get(name) ?? []);
  return [...records, { name: 'the log', events: eventsOf(inOrder, links) }];
}

/** The log's record is already among those of its nodes, if they were made one. */
const isOfLog =
  (links: Links) =>
  ({ what, by, link }: TraceEvent): boolean =>
    what === 'opened' && by === 'peer' && links.has(link);

function linksIn({ events }: TraceRecord): Links {
  const links = new Map<string, Read[]>();
  for (const { what, by, role, link, of, kind, text, size } of events) {
    if (what === 'opened' && by === 'self' && role === 'relay') links.set(link, []);
    if (what !== 'received' || of === undefined) continue;
    const frame = { ...(kind && { kind }), ...(text !== undefined && { text }) };
    links.get(link)?.push({
      name: `${of.link} ${of.nth}`,
      author: of.link,
      frame: { ...frame, ...(size !== undefined && { size }) },
    });
  }
  return links;
}

function eventsOf(inOrder: readonly Read[], links: Links): TraceEvent[] {
  const events: TraceEvent[] = [];
  const note = (link: string, event: Observation) => {
    const n = event.what === 'closed' ? 0 : events.length + 1;
    events.push({ ...event, n, at: 0, end: 'log', link });
  };
  const readers = [...links].map(([link, read]) => ({
    link,
    names: new Set(read.map(({ name }) => name)),
  }));
  const received = new Map<string, number>();
  for (const link of links.keys())
    note(link, { what: 'opened', by: 'peer', role: 'relay' });
  for (const { name, author, frame } of inOrder) {
    const nth = (received.get(author) ?? 0) + 1;
    received.set(author, nth);
    note(author, { what: 'received', by: 'peer', ...frame });
    for (const { link, names } of readers)
      if (names.has(name))
        note(link, { what: 'sent', by: 'self', ...frame, of: { link: author, nth } });
  }
  for (const link of links.keys()) note(link, { what: 'closed', by: 'self' });
  return events;
}
