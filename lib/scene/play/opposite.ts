import type { Clock } from '../../connection/clock.ts';
import type { Wire } from '../../connection/wire.ts';
import type { Observe } from '../../trace/recorder.ts';
import type { Faults } from '../../transport/faults/table.ts';
import type { Door } from '../world/doors.ts';
import type { Ours } from './ours.ts';

/** Makes the observer of one end of one link, as the record has it. */
export type ObserverOf = (end: string, link: string) => Observe;

/** Whom the players of a scene talk to: our own server, or a stranger's. */
export interface Opposite {
  /** Where it listens. */
  readonly address: string;
  /** Players' deadlines run by it. */
  readonly clock: Clock;
  /** The record's time, in milliseconds. */
  now(): number;
  start(): Promise<void>;
  /** Connects the player `name`. The wire has the scene's faults. */
  connect(name: string, call: Call): Promise<Wire>;
  /** Records what a player's end sees, and notices that something happened. */
  readonly observer: ObserverOf;
  /** Waits after a line until nothing is in flight, as far as that can be known. */
  settled(): Promise<void>;
  /**
   * Waits before a line until `come()`: what the line asks for is here. Returns how long it waited if that
   * did not happen before the deadline.
   */
  until(come: () => boolean): Promise<string | undefined>;
  leave(): Promise<void>;
  /** Our own server does more for a scene than to answer: it has a screen, a keyboard and a clock. */
  readonly ours?: Ours;
}

/** How a player connects. */
export interface Call {
  /** The name it will give; empty: none. */
  readonly as: string;
  readonly door: Door;
  readonly faults: Faults;
}
