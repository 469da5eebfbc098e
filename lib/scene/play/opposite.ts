import type { Clock } from '../../connection/clock.ts';
import type { Wire } from '../../connection/wire.ts';
import type { Observe } from '../../trace/recorder.ts';
import type { DoorName } from '../../transport/doors.ts';
import type { Faults } from '../../transport/faults/table.ts';

/** Returns the observer of one end of one link, which writes to the record. */
export type ObserverOf = (end: string, link: string) => Observe;

/** The server that the players of a scene talk to: our own, or a stranger's. */
export interface Opposite {
  /** The address where it listens. */
  readonly address: string;
  /** The clock of the players' deadlines. */
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
  /** What our own server can do for a scene; `undefined` for a stranger's. */
  readonly ours?: OwnServer;
}

/** What a scene can do with our own server, and with no other. */
export interface OwnServer extends Pick<Opposite, 'start' | 'settled'> {
  /** What no line of the scene has asked for yet. */
  readonly screen: string[];
  /** What the operator types. */
  type(line: string): void;
  /** Stops the server, as SIGTERM does. */
  stop(): void;
  /** Moves the clock of all deadlines. */
  pass(ms: number): Promise<void>;
  /** Returns how many bytes the server holds for a player who does not read. */
  heldFor(name: string): number;
  /** Whether the server sends no more to that player, or has dropped the link. */
  isCut(name: string): boolean;
  /**
   * Notes that a player has stopped reading, or reads again: what is sent to it meanwhile does not
   * count as in flight.
   */
  stall(name: string, stalled: boolean): void;
}

/** How a player connects. */
export interface Call {
  /** The name it will give; empty: none. */
  readonly as: string;
  readonly door: DoorName;
  readonly faults: Faults;
}
