import type { Observe } from '../trace/recorder.ts';
import { idOf, type LogBatch } from './entry.ts';
import { entryFrame } from './frames.ts';

/** Opens the record of a link. `undefined` if no record is kept. */
export type OpenRecord = (link: string) => Observe | undefined;

/** More entries than this are in no batch. */
const most = 65_536;
const linkOf = (life: string): string => `${life}>log`;

/**
 * Keeps the record of a node's way to the log, which keeps none itself: the words that this node has written,
 * and all that it has read. What was read says whose it is and which, by the same name at all nodes. Each life of
 * the node has a link of its own.
 */
export class NodeRecord {
  readonly #open: OpenRecord;
  #life = '';
  #observe: Observe | undefined;
  #last = '';
  /** How many words were read in this life. */
  #read = 0;

  constructor(open: OpenRecord = () => undefined) {
    this.#open = open;
  }

  begins(life: string): void {
    this.ends();
    this.#life = life;
    this.#read = 0;
    this.#observe = this.#open(linkOf(life));
    this.#observe?.({ what: 'opened', by: 'self', role: 'relay' });
  }

  ends(): void {
    this.#observe?.({ what: 'closed', by: 'self' });
    this.#observe = undefined;
  }

  /** Call this with each batch that is sent. Returns it. One that is sent again is not recorded again. */
  sends(batch: LogBatch): LogBatch {
    if (this.#observe === undefined || idOf(batch) === this.#last) return batch;
    this.#last = idOf(batch);
    batch.entries.forEach((entry, at) => {
      const [frame, of] = [entry.is === 'said' && entryFrame(entry), batch.of?.[at]];
      if (frame)
        this.#observe?.({ what: 'sent', by: 'self', ...frame, ...(of && { of }) });
    });
    return batch;
  }

  /** Call this with each batch that counts. Returns it with the places from which the words of other nodes came. */
  reads(batch: LogBatch): LogBatch {
    if (this.#observe === undefined) return batch;
    const of = batch.entries.map((entry, at) => {
      const frame = entry.is === 'said' && entryFrame(entry);
      if (!frame) return undefined;
      const from = { link: linkOf(batch.node), nth: batch.count * most + at + 1 };
      this.#observe?.({ what: 'received', by: 'peer', ...frame, of: from });
      return { link: linkOf(this.#life), nth: ++this.#read };
    });
    return batch.node === this.#life ? batch : { ...batch, of };
  }
}
