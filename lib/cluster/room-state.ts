import { keyOf } from '../hub/name.ts';
import type { Origin } from '../trace/event.ts';
import type { LogBatch, LogEntry } from './entry.ts';
import type { Snapshot } from './snapshot.ts';

/** Somebody in the room. `number`: which of its node's members this is. */
export interface Present {
  readonly node: string;
  readonly number: number;
  readonly name: string;
}

/** What an entry of the log has changed. An entry that changes nothing has none. */
export type Happening =
  | { readonly what: 'came' | 'alive'; readonly node: string }
  | { readonly what: 'gone'; readonly node: string; readonly who: readonly Present[] }
  | { readonly what: 'joined' | 'taken' | 'left'; readonly who: Present }
  | {
      readonly what: 'said';
      readonly who: Present;
      readonly words: string;
      readonly of: Origin | undefined;
    };

const nothing: Snapshot = { nodes: [], members: [], gone: [] };
/** How many of the nodes that are gone are remembered. */
const remembered = 100;

/**
 * Who is in the room, as the log has it. Every node applies the same entries in the same order, and
 * nothing else counts: no clock, no chance, no other message. So all nodes have the same state at the
 * same position of the log.
 */
export class RoomState {
  /** By node, the number of its last batch. */
  readonly #nodes = new Map<string, number>();
  /** In the order in which they joined. */
  readonly #members = new Map<string, Present>();
  readonly #names = new Map<string, Present>();
  /** The nodes that are gone, the last ones: their batches may come again, and must not count. */
  readonly #gone: string[];

  /** Goes on from where another node was. */
  constructor({ nodes, members, gone }: Snapshot = nothing) {
    for (const [node, count] of nodes) this.#nodes.set(node, count);
    for (const [node, number, name] of members) this.#add({ node, number, name });
    this.#gone = [...gone];
  }

  get nodes(): Iterable<string> {
    return this.#nodes.keys();
  }

  get members(): Iterable<Present> {
    return this.#members.values();
  }

  get size(): number {
    return this.#members.size;
  }

  /** Finds a member by name, in any case and form. */
  find(name: string): Present | undefined {
    return this.#names.get(keyOf(name));
  }

  /** What another node needs to go on from here. */
  get snapshot(): Snapshot {
    const members = [...this.members].map(
      ({ node, number, name }) => [node, number, name] as const,
    );
    return { nodes: [...this.#nodes], members, gone: [...this.#gone] };
  }

  /** Whether the batch will be applied: not if it comes again, or if its node is gone. */
  isNext({ node, count, entries }: LogBatch): boolean {
    const last = this.#nodes.get(node);
    if (last !== undefined) return count > last;
    return count === 1 && entries[0]?.is === 'came' && !this.#gone.includes(node);
  }

  /** Whether its node has come before this state begins: a part of the log is missing here. */
  isOfStranger({ node, count }: LogBatch): boolean {
    return count > 1 && !this.#nodes.has(node) && !this.#gone.includes(node);
  }

  /** Applies the next batch of the log. Returns what has changed, in order. */
  apply(batch: LogBatch): Happening[] {
    if (!this.isNext(batch)) return [];
    this.#nodes.set(batch.node, batch.count);
    return batch.entries.flatMap(
      (entry, at) => this.#apply(batch.node, entry, batch.of?.[at]) ?? [],
    );
  }

  #apply(node: string, entry: LogEntry, of?: Origin): Happening | undefined {
    // An earlier entry of this batch may have said goodbye.
    if (!this.#nodes.has(node)) return undefined;
    if (entry.is === 'gone') return this.#bury(entry.node);
    if (entry.is === 'came' || entry.is === 'alive') return { what: entry.is, node };
    if (entry.is === 'joined') return this.#join(node, entry.member, entry.name);
    const who = this.#members.get(placeOf(node, entry.member));
    if (who === undefined) return undefined;
    if (entry.is === 'said') return { what: 'said', who, words: entry.words, of };
    this.#remove(who);
    return { what: 'left', who };
  }

  /** The first `joined` in the log has the name. */
  #join(node: string, number: number, name: string): Happening | undefined {
    const who = { node, number, name };
    if (this.#members.has(placeOf(node, number))) return undefined;
    if (this.find(name) !== undefined) return { what: 'taken', who };
    this.#add(who);
    return { what: 'joined', who };
  }

  /** The first `gone` in the log counts. */
  #bury(node: string): Happening | undefined {
    if (this.#gone.includes(node)) return undefined;
    if (this.#gone.push(node) > remembered) this.#gone.shift();
    if (!this.#nodes.delete(node)) return undefined;
    const who = [...this.members].filter(one => one.node === node);
    for (const one of who) this.#remove(one);
    return { what: 'gone', node, who };
  }

  #add(who: Present): void {
    this.#members.set(placeOf(who.node, who.number), who);
    this.#names.set(keyOf(who.name), who);
  }

  #remove(who: Present): void {
    this.#members.delete(placeOf(who.node, who.number));
    this.#names.delete(keyOf(who.name));
  }
}

const placeOf = (node: string, number: number): string => `${node} ${number}`;
