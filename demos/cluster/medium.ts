import type { Log } from '../../lib/cluster/log.ts';
import { MemoryLog } from '../../lib/cluster/memory-log.ts';
import { NoOrder } from '../../lib/cluster/no-order.ts';
import { RunError } from '../../lib/terminal/flags/failure.ts';

/** Which log the nodes share. */
export interface MediumFlags {
  readonly withoutOrder: boolean;
  readonly nats: string | undefined;
}

/** What joins the nodes of a room: one log, or nothing that has an order. */
export interface Medium {
  way(): Promise<Log>;
  /** Removes what a scene leaves on a server. */
  end(): Promise<void>;
}

/** A room on NATS. `passing`: only for a scene. */
interface Named {
  readonly room: string;
  readonly passing?: true;
}

/** Returns what the flags ask for. */
export function mediumFor({ withoutOrder, nats }: MediumFlags, named: Named): Medium {
  if (nats !== undefined)
    return withoutOrder ? overCoreNats(nats, named) : overJetStream(nats, named);
  const medium = withoutOrder ? new NoOrder() : new MemoryLog();
  return { way: async () => medium.way(), end: async () => {} };
}

// The client of NATS is loaded only when it is used: everything else works without it.

function overJetStream(url: string, { room, passing }: Named): Medium {
  const place = { url, room };
  const log = async () =>
    (await import('../../lib/nats/jet-stream-log.ts')).JetStreamLog;
  const kept = passing ? 'in memory' : 'on disk';
  return {
    way: () => clearly(async () => (await log()).open(place, kept)),
    end: async () => (await import('../../lib/nats/stream.ts')).removeStream(place),
  };
}

function overCoreNats(url: string, { room }: Named): Medium {
  const net = async () => (await import('../../lib/nats/core-nats.ts')).CoreNats;
  return {
    way: () => clearly(async () => (await net()).open({ url, room })),
    end: async () => {},
  };
}

/** Turns a problem with the server into one line without a stack. */
async function clearly(open: () => Promise<Log>): Promise<Log> {
  try {
    return await open();
  } catch (error) {
    const { NatsProblem } = await import('../../lib/nats/client.ts');
    throw error instanceof NatsProblem ? new RunError(error.message) : error;
  }
}
