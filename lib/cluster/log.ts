import type { LogBatch } from './entry.ts';
import type { Missed } from './notices.ts';
import type { Checkpoint, Snapshot } from './snapshot.ts';

/** One node's way to the log. All nodes of a room have the same log. */
export interface Log {
  /**
   * Begins to read: first the last checkpoint, then every batch after it, in order, each once. `begins`
   * is called before this settles.
   */
  read(reader: LogReader): Promise<void>;
  /**
   * Settles when the log has the batch for good. Rejects if that is not known: then append the same batch
   * again. The log has it once, however often it is appended.
   */
  append(batch: LogBatch): Promise<void>;
  /** Keeps a state. Nodes that come later begin there. */
  keep(checkpoint: Checkpoint): void;
  close(): Promise<void>;
}

/** `begins` comes first. The others come in a task of their own, never inside a call to the log. */
export interface LogReader {
  /** Members have heard what the log has until position `heard`: it has lost its end, and is read again. */
  begins(state: Snapshot | undefined, heard?: number): void;
  /** Positions grow. A batch that was appended is read after all that were acknowledged before it. */
  batch(position: number, batch: LogBatch): void;
  /** The node is cut off from the log, or has found it again. */
  link(up: boolean): void;
  /** The log no longer has what comes next. `begins` has come again, with what it has now. */
  missed(why: Missed): void;
}
