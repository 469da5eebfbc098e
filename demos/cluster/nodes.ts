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
  readonly served: Promise<void>;
}

/** Runs all nodes in this process, for a scene: each has its own room, and only the log is shared. */
export async function together(
  posts: readonly Post[],
  { clock, flags }: Stage<Flags>,
  observer: ObserverAt,
): Promise<Nodes> {
  const medium = mediumFor(flags);
  const witness = flags.withoutOrder
    ? new NetWitness(nodes, observer)
    : new LogWitness(nodes, log, observer);
  const running = new Map<string, Running>();
  for (const { node, connections } of posts) {
    const way = new WatchedLog(node, await medium.way(), witness);
    let lives = 0;
    const draw = () => `${node}${++lives}`;
    const room = new RoomOverLog({ ...flags, clock, log: way, draw });
    running.set(node, { way, room, served: serve(connections, room) });
  }
  return {
    served: Promise.all([...running.values()].map(({ served }) => served)).then(
      () => {},
    ),
    cutOff: (node, is) => running.get(node)?.way.cutOff(is),
    die: node => void running.get(node)?.room.die(),
  };
}
