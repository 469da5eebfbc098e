import { LogWitness } from '../../lib/cluster/log-witness.ts';
import { NetWitness } from '../../lib/cluster/net-witness.ts';
import type { RoomOverLogOptions } from '../../lib/cluster/options.ts';
import { RoomOverLog } from '../../lib/cluster/room-over-log.ts';
import { type ObserverAt, WatchedLog } from '../../lib/cluster/witness.ts';
import type { Nodes, Post, Stage } from '../../lib/scene/world/program.ts';
import { type MediumFlags, mediumFor } from './medium.ts';
import { serve } from './server.ts';

/** The nodes of a scene. */
export const nodes = ['A', 'B'];
const log = 'log';

/** The nodes, and the log between them if there is one. */
export const lanesOf = (flags: readonly string[]): string[] =>
  flags.includes('--without-order') ? nodes : ['A', log, 'B'];

type Flags = MediumFlags & Omit<RoomOverLogOptions, 'log' | 'draw' | 'clock'>;

/** A node in this process, and its way to the others. */
interface Running {
  readonly way: WatchedLog;
  readonly room: RoomOverLog;
}

/** Returns names for the lives of a node: A1, and A2 if it was taken for dead. */
function lifeOf(node: string): () => string {
  let lives = 0;
  return () => `${node}${++lives}`;
}

/** Runs all nodes in this process, for a scene: each has its own room, and only the log is shared. */
export async function together(
  posts: readonly Post[],
  { clock, flags }: Stage<Flags>,
  observer: ObserverAt,
): Promise<Nodes> {
  // Not every browser gives a page random names, and there is no NATS either.
  const room = flags.nats === undefined ? log : crypto.randomUUID();
  const medium = mediumFor(flags, { room, passing: true });
  const witness = flags.withoutOrder
    ? new NetWitness(nodes, observer)
    : new LogWitness(nodes, log, observer);
  const running = new Map<string, Running>();
  for (const { node } of posts) {
    const way = new WatchedLog(node, await medium.way(), witness);
    const options = { ...flags, clock, log: way, draw: lifeOf(node) };
    running.set(node, { way, room: new RoomOverLog(options) });
  }
  // All ways are there, so nobody misses the first words of another node.
  await Promise.all([...running.values()].map(({ room }) => room.open()));
  const served = posts.map(async ({ node, connections }) => {
    const one = running.get(node);
    if (one) await serve(connections, one.room);
  });
  return {
    served: Promise.all(served).then(() => medium.end()),
    cutOff: (node, is) => running.get(node)?.way.cutOff(is),
    die(node) {
      const one = running.get(node);
      one?.way.die();
      void one?.room.die();
    },
  };
}
