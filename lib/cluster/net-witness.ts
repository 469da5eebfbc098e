import type { Observe } from '../trace/recorder.ts';
import { idOf, type LogBatch } from './entry.ts';
import {
  type BatchWitness,
  entryFrames,
  type ObserverAt,
  tellFrames,
} from './witness.ts';

/** One direction of a link between two nodes. */
interface Way {
  readonly link: string;
  readonly from: Observe;
  readonly to: Observe;
  received: number;
}

/** Keeps the record of nodes that tell each other directly, without a log. */
export class NetWitness implements BatchWitness {
  readonly #nodes: readonly string[];
  readonly #ways = new Map<string, Way>();
  /** Which node each batch came from. */
  readonly #from = new Map<string, string>();

  constructor(nodes: readonly string[], observer: ObserverAt) {
    this.#nodes = nodes;
    nodes.forEach((one, at) => {
      for (const other of nodes.slice(at + 1)) this.#open(one, other, observer);
    });
  }

  leaves(node: string, batch: LogBatch): void {
    if (this.#from.has(idOf(batch))) return;
    this.#from.set(idOf(batch), node);
    const frames = entryFrames(batch, batch.of);
    for (const other of this.#nodes) {
      const way = this.#ways.get(`${node} ${other}`);
      if (way) tellFrames(way.from, 'sent', batch, frames);
    }
  }

  /** A node's own words come from its members, and have gone over no link between nodes. */
  arrives(node: string, _: number, batch: LogBatch): LogBatch {
    const way = this.#ways.get(`${this.#from.get(idOf(batch))} ${node}`);
    if (way === undefined) return batch;
    const frames = entryFrames(batch);
    tellFrames(way.to, 'received', batch, frames);
    const of = frames.map(frame => frame && { link: way.link, nth: ++way.received });
    return { ...batch, of };
  }

  /** Without a log, scenes cut off nobody. */
  cutOff(): void {}

  closes(): void {}

  #open(one: string, other: string, observer: ObserverAt): void {
    const link = `${one}>${other}`;
    const [caller, callee] = [observer(one, link), observer(other, link)];
    caller({ what: 'opened', by: 'self', role: 'relay' });
    callee({ what: 'opened', by: 'peer', role: 'relay' });
    const both = { link, received: 0 };
    this.#ways.set(`${one} ${other}`, { ...both, from: caller, to: callee });
    this.#ways.set(`${other} ${one}`, { ...both, from: callee, to: caller });
  }
}
