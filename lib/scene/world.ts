import type { Clock, VirtualClock, Wire } from '../connection/index.ts';
import type { Listener } from '../transport/index.ts';
import type { Door } from './doors.ts';

/** Where a scene is played: a network, and the time of everybody in it. */
export interface World {
  /** The same place each time: a server that starts again is where it was. TCP, unless told. */
  listen(door?: Door): Promise<Listener>;
  connect(door?: Door): Promise<Wire>;
  /** Deadlines run by this clock. It moves only by `N s pass` and by what a link's delay takes. */
  readonly clock: VirtualClock;
  /** What the links' delays run by. */
  readonly linkClock: Clock;
  /** The record's time, in milliseconds. */
  now(): number;
  /** False where a real clock runs along: a run can then only be said to take "not less than". */
  readonly exact: boolean;
}
