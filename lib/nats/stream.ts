import type { JetStreamManager, StreamInfo } from '@nats-io/jetstream';
import { connected, type NatsRoom } from './client.ts';

/** Where a stream is kept: on disk it outlives NATS. */
export type Kept = 'on disk' | 'in memory';

/** A stream that is there. */
export interface Stream {
  /** When it was made: if it is deleted, the next one of that name has another time. */
  readonly made: string;
  /** The position of its last message. */
  readonly last: number;
}

/** What the stream of a room is called, and its subjects: batches, and checkpoints. */
export const subjectsOf = (room: string) => ({
  stream: `duplex-modes_${room}`,
  all: `duplex-modes.${room}.*`,
  log: `duplex-modes.${room}.log`,
  state: `duplex-modes.${room}.state`,
});

/** The most batches that a stream keeps. There is a checkpoint after every thousand. */
const mostBatches = 100_000;
/** The most bytes. NATS sets them aside when the stream is made. */
const mostBytes: Record<Kept, number> = {
  'on disk': 1_073_741_824,
  'in memory': 16_777_216,
};

/** Makes the stream of a room, or takes the one that is there: somebody may have made it with replicas. */
export async function ensureStream(
  { streams }: JetStreamManager,
  room: string,
  kept: Kept,
): Promise<Stream> {
  const { StorageType, DiscardPolicy } = await import('@nats-io/jetstream');
  const { stream: name, all } = subjectsOf(room);
  const there = await streams.info(name).catch(() => undefined);
  if (there !== undefined) return seen(there);
  const made = await streams.add({
    name,
    subjects: [all],
    storage: kept === 'on disk' ? StorageType.File : StorageType.Memory,
    discard: DiscardPolicy.Old,
    max_msgs: mostBatches,
    max_bytes: mostBytes[kept],
  });
  return seen(made);
}

const seen = ({ created, state }: StreamInfo): Stream => ({
  made: created,
  last: state.last_seq,
});

/** Removes the stream of a room. */
export async function removeStream({ url, room }: NatsRoom): Promise<void> {
  const nats = await connected(url);
  try {
    const { jetstreamManager } = await import('@nats-io/jetstream');
    const { streams } = await jetstreamManager(nats);
    await streams.delete(subjectsOf(room).stream);
  } finally {
    await nats.close();
  }
}
