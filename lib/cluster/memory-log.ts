import { inNextTask } from '../connection/next-task.ts';
import { idOf, type LogBatch } from './entry.ts';
import type { Log, LogReader } from './log.ts';
import type { Checkpoint } from './snapshot.ts';
import { decodeBatch, encodeBatch } from './wire.ts';

/** The log of a room whose nodes are all in this process: the same order in every run. */
export class MemoryLog {
  /** The batches that some node may still need. */
  #kept: Uint8Array[] = [];
  /** The position before the first of them. */
  #from = 0;
  /** The ids of those batches, so that none is kept twice. */
  readonly #ids = new Set<string>();
  readonly #ways = new Set<MemoryWay>();
  checkpoint: Checkpoint | undefined;

  /** Returns a node's way to this log. */
  way(): Log {
    return new MemoryWay(this);
  }

  get last(): number {
    return this.#from + this.#kept.length;
  }

  at(position: number): Uint8Array | undefined {
    return this.#kept[position - this.#from - 1];
  }

  enter(way: MemoryWay): void {
    this.#ways.add(way);
  }

  leave(way: MemoryWay): void {
    this.#ways.delete(way);
  }

  add(batch: LogBatch): void {
    const id = idOf(batch);
    if (this.#ids.has(id)) return;
    this.#ids.add(id);
    this.#kept.push(encodeBatch(batch));
    for (const way of this.#ways) way.catchUp();
  }

  /** Forgets what is in the checkpoint, and everybody has read. */
  keep(checkpoint: Checkpoint): void {
    this.checkpoint = checkpoint;
    const read = [...this.#ways].map(({ position }) => position);
    const until = Math.min(checkpoint.position, ...read);
    if (until <= this.#from) return;
    this.#kept = this.#kept.slice(until - this.#from);
    this.#from = until;
    this.#ids.clear();
  }
}

class MemoryWay implements Log {
  /** The position of what was read last. */
  position = 0;
  readonly #log: MemoryLog;
  #reader: LogReader | undefined;

  constructor(log: MemoryLog) {
    this.#log = log;
  }

  async read(reader: LogReader): Promise<void> {
    const { checkpoint } = this.#log;
    this.position = checkpoint?.position ?? 0;
    this.#reader = reader;
    this.#log.enter(this);
    reader.begins(checkpoint?.state);
    inNextTask(() => this.catchUp());
  }

  append(batch: LogBatch): Promise<void> {
    return new Promise(resolve => inNextTask(() => resolve(this.#log.add(batch))));
  }

  keep(checkpoint: Checkpoint): void {
    this.#log.keep(checkpoint);
  }

  async close(): Promise<void> {
    this.#reader = undefined;
    this.#log.leave(this);
  }

  catchUp(): void {
    while (this.#reader && this.position < this.#log.last) {
      const bytes = this.#log.at(++this.position);
      const batch = bytes && decodeBatch(bytes);
      if (batch) this.#reader.batch(this.position, batch);
    }
  }
}
