import { type Clock, realClock } from '../../../lib/connection/clock.ts';
import { VirtualClock } from '../../../lib/connection/virtual-clock.ts';
import type { Heartbeat } from '../../../lib/datagram/heartbeat.ts';
import { MemoryNetwork } from '../../../lib/transport/memory/memory-port.ts';
import type { Port } from '../../../lib/transport/udp/port.ts';
import { udpPort } from '../../../lib/transport/udp/udp.ts';
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
  readonly heartbeat: Heartbeat;
  /** A socket that nobody else uses. */
  port(): Promise<Port>;
  /** Puts another's address on a datagram, where the network lets one. */
  readonly forge?: (words: string, from: string, to: string) => void;
  stop(): void;
}

/** No network at all, and a time that goes on whenever nothing else does: the same seed, the same run. */
export function memoryWorld(): World {
  const clock = new VirtualClock();
  const network = new MemoryNetwork();
  const hears = new Map<string, Hear>();
  let stopped = false;
  let idle = 0;
  setImmediate(pump);
  return {
    clock,
    fair: clock,
    exact: true,
    heartbeat: { period: 1_000, missed: 2 },
    get resting() {
      return clock.next === undefined;
    },
    async port() {
      const port = network.port();
      const start: Port['start'] = hear => {
        hears.set(port.address, hear);
        port.start(hear);
      };
      return { ...port, start };
    },
    forge: (words, from, to) =>
      setImmediate(() => hears.get(to)?.(Buffer.from(words), from)),
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
    heartbeat: { period: 1_000, missed: 3 },
    resting: true,
    port: () => udpPort(),
    stop: () => fair.stop(),
  };
}

type Hear = Parameters<Port['start']>[0];

export const pause = (world: World, ms: number): Promise<void> =>
  new Promise(resolve => world.clock.after(ms, resolve));
