import type { Origin } from '../trace/event.ts';

/** What happens in a room of several nodes. Which node wrote it, its batch says. */
export type LogEntry =
  | { readonly is: 'came' }
  | { readonly is: 'alive' }
  /** Another node is gone, or the author of this entry takes its leave. */
  | { readonly is: 'gone'; readonly node: string }
  | { readonly is: 'joined'; readonly member: number; readonly name: string }
  | { readonly is: 'said'; readonly member: number; readonly words: string }
  | { readonly is: 'left'; readonly member: number };

/** What one node appends to the log in one piece. */
export interface LogBatch {
  /** The name of the node's life: a node that starts again has another. */
  readonly node: string;
  /** Counts the batches of that life, from 1. A batch that comes again has the same number. */
  readonly count: number;
  readonly entries: readonly LogEntry[];
  /** For the record in this process: where the words of each entry came from. Never on the wire. */
  readonly of?: readonly (Origin | undefined)[];
}

/** The name of a batch, the same each time that it is sent. */
export const idOf = ({ node, count }: LogBatch): string => `${node}.${count}`;
