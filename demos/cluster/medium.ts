import type { Log } from '../../lib/cluster/log.ts';
import { MemoryLog } from '../../lib/cluster/memory-log.ts';
import { NoOrder } from '../../lib/cluster/no-order.ts';

/** Which log the nodes share. */
export interface MediumFlags {
  readonly withoutOrder: boolean;
}

/** What joins the nodes of a room: one log, or nothing that has an order. */
export interface Medium {
  way(): Promise<Log>;
}

/** Returns what the flags ask for. */
export function mediumFor({ withoutOrder }: MediumFlags): Medium {
  const medium = withoutOrder ? new NoOrder() : new MemoryLog();
  return { way: async () => medium.way() };
}

/** The way of a node that has a process of its own. */
export const oneWay = (flags: MediumFlags): Promise<Log> => mediumFor(flags).way();
