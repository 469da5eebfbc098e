import type { StoredMsg } from '@nats-io/jetstream';
import {
  type Checkpoint,
  decodeCheckpoint,
  encodeCheckpoint,
} from '../cluster/snapshot.ts';

/** NATS refuses longer messages, unless it is told otherwise. */
const longest = 1_000_000;

/** Returns a checkpoint as a message. `undefined` if it is too long for one. */
export function bytesOf(checkpoint: Checkpoint): Uint8Array | undefined {
  const bytes = encodeCheckpoint(checkpoint);
  return bytes.length > longest ? undefined : bytes;
}

/** A checkpoint is about what comes before it. Any other was forged, or is about another stream. */
export function checkpointIn({
  seq,
  data,
}: Pick<StoredMsg, 'seq' | 'data'>): Checkpoint | undefined {
  const checkpoint = decodeCheckpoint(data);
  return checkpoint && checkpoint.position < seq ? checkpoint : undefined;
}
