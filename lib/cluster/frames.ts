import type { Kind, Observation } from '../trace/event.ts';
import type { LogBatch, LogEntry } from './entry.ts';
import { encodeBatch } from './wire.ts';

/** An entry as the record has it. */
export type EntryFrame = Pick<Observation, 'kind' | 'text' | 'size' | 'of'>;

/**
 * Returns an entry as a frame: what a member said, and that a node is gone. Who joined and left, members hear
 * from their nodes; and heartbeats would hide everything else.
 */
export function entryFrame(entry: LogEntry): EntryFrame | undefined {
  if (entry.is === 'said') return sized('message', entry.words);
  return entry.is === 'gone' ? sized('control', `gone ${entry.node}`) : undefined;
}

const sized = (kind: Kind, text: string): EntryFrame => ({
  kind,
  text,
  size: new TextEncoder().encode(text).length,
});

export function chunkOf(batch: LogBatch): { size: number; bytes: Uint8Array } {
  const bytes = encodeBatch(batch);
  return { size: bytes.length, bytes };
}
