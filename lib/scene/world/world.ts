import type { Clock } from '../../connection/clock.ts';
import type { VirtualClock } from '../../connection/virtual-clock.ts';
import type { Wire } from '../../connection/wire.ts';
import type { Faults } from '../../transport/faults/table.ts';
import type { Listener } from '../../transport/tcp/tcp.ts';
import type { Door } from './doors.ts';
import type { CodecFor } from './flags.ts';

/** Where a scene is played: a network, and the time of everybody in it. */
export interface World {
  /** The same place each time: a server that starts again is where it was. `door`: TCP by default. */
  listen(door?: Door, flags?: ReadonlyMap<string, string>): Promise<Listener>;
  connect(door?: Door, guest?: Guest): Promise<Wire>;
  /** Where messages go by datagrams, which may be lost. */
  readonly datagrams?: Datagrams;
  /** Deadlines run by this clock. It moves only by `N s pass` and by what a link's delay takes. */
  readonly clock: VirtualClock;
  /** What the links' delays run by. */
  readonly linkClock: Clock;
  /** The record's time, in milliseconds. */
  now(): number;
  /** False where a real clock runs along: a run can then only be said to take "not less than". */
  readonly exact: boolean;
}

/** Who connects, as far as a transport may need to know. */
export interface Guest {
  readonly name: string;
  /** What the link does to datagrams. (What it does to bytes is done to the wire.) */
  readonly faults: Faults;
}

export interface Datagrams {
  /** What keeps messages apart is the transport itself. */
  readonly framing: CodecFor;
  /** Settles when no datagram is under way. What a faulty link holds back is not. */
  quiet(): Promise<void>;
}
