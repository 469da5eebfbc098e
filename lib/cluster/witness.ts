import { inNextTask } from '../connection/next-task.ts';
import type { Observe } from '../trace/recorder.ts';
import type { LogBatch } from './entry.ts';
import { chunkOf, type EntryFrame, entryFrame } from './frames.ts';
import type { Log, LogReader } from './log.ts';

/** Returns the observer of one end of one link. */
export type ObserverAt = (end: string, link: string) => Observe;

/** What a node's way tells the record. */
export interface BatchWitness {
  /** This batch leaves the node for the first time. */
  leaves(node: string, batch: LogBatch): void;
  /** The node reads this batch. Returns it with the places from which its words came. */
  arrives(node: string, position: number, batch: LogBatch): LogBatch;
  /** The node is cut off, or is back. */
  cutOff(node: string, is: boolean): void;
  /** The node's way ends. */
  closes(node: string, how: 'ended' | 'reset'): void;
}

/** Records what a node and its log tell each other, and can keep them apart. */
export class WatchedLog implements Log {
  readonly #node: string;
  readonly #log: Log;
  readonly #witness: BatchWitness;
  /** What has arrived while the node was cut off. */
  readonly #held: [position: number, batch: LogBatch][] = [];
  #reader: LogReader | undefined;
  #cut = false;

  constructor(node: string, log: Log, witness: BatchWitness) {
    this.#node = node;
    this.#log = log;
    this.#witness = witness;
  }

  read(reader: LogReader): Promise<void> {
    this.#reader = reader;
    return this.#log.read({
      begins: (state, heard) => reader.begins(state, heard),
      batch: (position, batch) => {
        this.#held.push([position, batch]);
        this.#deliver();
      },
      link: up => reader.link(up),
      missed: why => reader.missed(why),
    });
  }

  async append(batch: LogBatch): Promise<void> {
    if (this.#cut) throw new Error('Cannot append: cut off from the log');
    this.#witness.leaves(this.#node, batch);
    await this.#log.append(batch);
  }

  keep: Log['keep'] = checkpoint => this.#log.keep(checkpoint);

  close(): Promise<void> {
    this.#ends('ended');
    return this.#log.close();
  }

  /** Does what the end of the node's process does to its way. */
  die(): void {
    this.#ends('reset');
  }

  cutOff(is: boolean): void {
    this.#cut = is;
    this.#witness.cutOff(this.#node, is);
    inNextTask(() => {
      this.#reader?.link(!is);
      this.#deliver();
    });
  }

  #ends(how: 'ended' | 'reset'): void {
    if (this.#reader) this.#witness.closes(this.#node, how);
    this.#reader = undefined;
  }

  #deliver(): void {
    while (!this.#cut && this.#reader) {
      const [position, batch] = this.#held.shift() ?? [];
      if (position === undefined || batch === undefined) return;
      this.#reader.batch(position, this.#witness.arrives(this.#node, position, batch));
    }
  }
}

/** Writes down frames at one end of a link. */
export function tellFrames(
  observe: Observe,
  what: 'sent' | 'received',
  batch: LogBatch,
  frames: readonly (EntryFrame | undefined)[],
): void {
  const by = what === 'sent' ? 'self' : 'peer';
  if (what === 'received') observe({ what: 'chunk', by, ...chunkOf(batch) });
  for (const frame of frames) if (frame) observe({ what, by, ...frame });
  if (what === 'sent') observe({ what: 'chunk', by, ...chunkOf(batch) });
}

/** Returns the frames of a batch: one for each entry that a picture shows. `of`: where each came from. */
export const entryFrames = (
  { entries }: LogBatch,
  of: LogBatch['of'] = [],
): (EntryFrame | undefined)[] =>
  entries.map((entry, at) => {
    const [frame, origin] = [entryFrame(entry), of[at]];
    return frame && origin ? { ...frame, of: origin } : frame;
  });
