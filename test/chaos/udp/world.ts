import { type Clock, realClock, VirtualClock } from '../../../lib/connection/index.ts';
import type { Beats } from '../../../lib/datagram/index.ts';
import { MemoryNetwork, type Port, udpPort } from '../../../lib/transport/index.ts';
import { FairClock } from '../fair-clock.ts';

/** Where datagrams go, and by what time. */
export interface World {
  readonly clock: Clock;
  /** Time in which this process could have worked. */
  readonly fair: { now(): number };
  /** Whether it never loses a datagram, and gives nobody an address that was somebody else's. */
  readonly exact: boolean;
  /** Whether no timer of its own is waiting. Real ones are the process's. */
  readonly resting: boolean;
  /** One beat that is missed is enough only where none is ever lost. */
  readonly beats: Beats;
  /** A socket of one's own. */
  port(): Promise<Port>;
  stop(): void;
}

/** No network at all, and a time that goes on whenever nothing else does: the same seed, the same run. */
export function memoryWorld(): World {
  const clock = new VirtualClock();
  const network = new MemoryNetwork();
  let stopped = false;
  let idle = 0;
  setImmediate(pump);
  return {
    clock,
    fair: clock,
    exact: true,
    beats: { period: 1_000, missed: 1 },
    get resting() {
      return clock.next === undefined;
    },
    port: async () => network.port(),
    stop() {
      stopped = true;
    },
  };

  /** A datagram takes a task, and so does its answer: first they are to arrive. */
  function pump(): void {
    if (++idle % 4 === 0) clock.step();
    if (!stopped) setImmediate(pump);
  }
}

/** Real UDP on this machine: its kernel drops what comes faster than it is read. */
export function realWorld(): World {
  const fair = new FairClock();
  return {
    clock: realClock,
    fair,
    exact: false,
    beats: { period: 1_000, missed: 3 },
    resting: true,
    port: () => udpPort(),
    stop: () => fair.stop(),
  };
}

export const pause = (world: World, ms: number): Promise<void> =>
  new Promise(resolve => world.clock.after(ms, resolve));
