import type { TraceEvent } from './event.ts';
import { fitTogether } from './one-order.ts';
import type { TraceRecord } from './record.ts';

/** What several nodes of one room passed on to their members. */
export interface OrderAtNodes {
  readonly nodes: number;
  readonly members: number;
  readonly messages: number;
  /** Whether there is one order with which every node, and what it sent to every member, agrees. */
  readonly isOne: boolean;
}

/**
 * Says whether the records of several nodes agree on one order. The messages are known by the names that they
 * have in the log, and not by their words. No clock is asked. `undefined` if there are not two such records, or if
 * one of them has no message in common with the others.
 */
export function orderAtNodes(
  records: readonly TraceRecord[],
): OrderAtNodes | undefined {
  const nodes = records
    .map(({ events }) => listsOf(events))
    .filter(({ isNode }) => isNode);
  if (nodes.length < 2 || !nodes.every(one => isWithOthers(one, nodes)))
    return undefined;
  const members = nodes.flatMap(node => [...node.sent.values()]);
  const read = nodes.map(node => node.read);
  return {
    nodes: nodes.length,
    members: members.length,
    messages: new Set(read.flatMap(one => [...one])).size,
    isOne: fitTogether([...read, ...members].map(list => [...list])),
  };
}

/** What a node read from the log, and what it sent to each member, each message once. */
interface Lists {
  readonly isNode: boolean;
  readonly read: ReadonlySet<string>;
  readonly sent: ReadonlyMap<string, Set<string>>;
}

/** Whether it has a message in common with another. If not, they may be of two runs. */
const isWithOthers = (one: Lists, all: readonly Lists[]): boolean =>
  all.some(other => other !== one && [...one.read].some(name => other.read.has(name)));

const nameOf = ({ link, nth }: { link: string; nth: number }): string =>
  `${link} ${nth}`;

function listsOf(events: readonly TraceEvent[]): Lists {
  const names = new Names();
  const sent = new Map<string, Set<string>>();
  for (const event of events) names.add(event);
  for (const event of events) {
    const name = event.what === 'sent' ? names.of(event) : undefined;
    if (name === undefined) continue;
    const list = sent.get(event.link) ?? new Set<string>();
    sent.set(event.link, list.add(name));
  }
  return { isNode: names.read.size > 0, read: names.read, sent };
}

/** A link of the node to the log. */
interface ToLog {
  /** The names of all that was read there, and of the node's own words among it. */
  readonly all: string[];
  readonly own: string[];
  written: number;
}

/** The names that messages have in the log, by what one node has written there and read. */
class Names {
  readonly read = new Set<string>();
  readonly #logs = new Map<string, ToLog>();
  /** By the place from which words came, the node's own words in the log: the nth on one link. */
  readonly #written = new Map<string, { log: ToLog; at: number }>();

  add({ what, by, link, of, role }: TraceEvent): void {
    // A node opens its link to the log itself; members open theirs.
    if (what === 'opened' && by === 'self' && role === 'relay')
      this.#logs.set(link, { all: [], own: [], written: 0 });
    const log = this.#logs.get(link);
    if (log === undefined || of === undefined) return;
    if (what === 'sent') this.#written.set(nameOf(of), { log, at: log.written++ });
    if (what === 'received') this.#reads(log, nameOf(of), of.link === link);
  }

  /** Returns the name of what was sent to a member. */
  of({ link, of }: TraceEvent): string | undefined {
    if (of === undefined || this.#logs.has(link)) return undefined;
    const log = this.#logs.get(of.link);
    if (log !== undefined) return log.all[of.nth - 1];
    const written = this.#written.get(nameOf(of));
    return written?.log.own[written.at];
  }

  #reads({ all, own }: ToLog, name: string, isOwn: boolean): void {
    this.read.add(name);
    all.push(name);
    if (isOwn) own.push(name);
  }
}
