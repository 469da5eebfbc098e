import { inNextTask } from '../connection/next-task.ts';
import type { LogBatch } from './entry.ts';
import type { Log } from './log.ts';
import { decodeBatch, encodeBatch } from './wire.ts';

/**
 * What many take for enough: each node tells all others, and hears its own words immediately. Nobody decides
 * on an order, so there are as many as there are nodes. It is a log only by its methods.
 */
export class NoOrder {
  readonly #readers = new Map<Log, (batch: LogBatch) => void>();

  way(): Log {
    let position = 0;
    const log: Log = {
      read: async reader => {
        this.#readers.set(log, batch => reader.batch(++position, batch));
        reader.begins(undefined);
      },
      append: batch => this.#tell(log, batch),
      keep() {},
      close: async () => void this.#readers.delete(log),
    };
    return log;
  }

  /** The others hear it later than the node itself: there is a network between them. */
  async #tell(from: Log, batch: LogBatch): Promise<void> {
    inNextTask(() => this.#tellOthers(from, encodeBatch(batch)));
    await Promise.resolve();
    this.#readers.get(from)?.(batch);
  }

  #tellOthers(from: Log, bytes: Uint8Array): void {
    const batch = decodeBatch(bytes);
    if (batch === undefined) return;
    for (const [log, hears] of this.#readers) if (log !== from) hears(batch);
  }
}
