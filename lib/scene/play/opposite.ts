import type { Clock } from '../../connection/clock.ts';
import type { Wire } from '../../connection/wire.ts';
import type { Observe } from '../../trace/recorder.ts';
import type { DoorName } from '../../transport/doors.ts';
import type { Faults } from '../../transport/faults/table.ts';

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
  /** Our own server does more for a scene than to answer. */
  readonly ours?: OwnServer;
}

/** What a scene can do with our own server, and with no other. */
export interface OwnServer extends Pick<Opposite, 'start' | 'settled'> {
  /** What no line of the scene has asked for yet. */
  readonly screen: string[];
  /** What the operator types. */
  type(line: string): void;
  /** As SIGTERM does. */
  stop(): void;
  /** Moves the clock of all deadlines. */
  pass(ms: number): Promise<void>;
  /** Bytes that the server holds for a player who does not read. */
  heldFor(name: string): number;
  /** Whether the server says no more to that player, or has dropped the link. */
  isCut(name: string): boolean;
  /** That player has stopped reading, or reads again, so what is sent to it is not in flight. */
  stall(name: string, stalled: boolean): void;
}

/** How a player connects. */
export interface Call {
  /** The name it will give; empty: none. */
  readonly as: string;
  readonly door: DoorName;
  readonly faults: Faults;
}
