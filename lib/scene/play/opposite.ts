import type { Clock } from '../../connection/clock.ts';
import type { Wire } from '../../connection/wire.ts';
import type { Observe } from '../../trace/recorder.ts';
import type { DoorName } from '../../transport/doors.ts';
import type { Faults } from '../../transport/faults/table.ts';
import type { Expected } from './hearing.ts';

/** Returns the observer of one end of one link, which writes to the record. */
export type ObserverOf = (end: string, link: string) => Observe;

/** Shows a line on the screen of a player, or of the server. */
export type Screen = (who: string, line: string) => void;

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
  /** Waits, for a bounded time, until the server has let everybody go who has ended. */
  parted(gone: () => boolean): Promise<void>;
  leave(): Promise<void>;
  /**
   * Waits while something may still come: before a line that says that nothing did, and at the end. Where
   * what is in flight is counted, there is nothing to wait for.
   */
  quiet(): Promise<void>;
  /** What this server does for a scene besides answering. */
  readonly inHand: Partial<ServerInHand>;
}

/** What a scene can do with our own server. With a stranger's it can do some of it, or none. */
export interface ServerInHand {
  /** Whether a line is on its screen that `see` would take. */
  sees(expected: Expected): boolean;
  /** Takes that line from its screen. */
  see(expected: Expected, who: string, fail: (problem: string) => never): void;
  /** What the operator types. */
  type(line: string): void;
  /** Stops the server, as SIGTERM does. */
  stop(): void;
  /** Starts it again, in the same place. */
  restart(): Promise<void>;
  /** Lets time pass. */
  pass(ms: number): Promise<void>;
  /** Waits until what was said has arrived. */
  settled(): Promise<void>;
  /** Returns how many bytes the server holds for a player who does not read. */
  heldFor(name: string): number;
  /** Whether the server sends no more to that player, or has dropped the link. */
  isCut(name: string): boolean;
  /**
   * Notes that a player has stopped reading, or reads again: what is sent to it meanwhile does not
   * count as in flight.
   */
  stall(name: string, stalled: boolean): void;
  /** Keeps a node away from the others, or lets it back. */
  cutOff(node: string, is: boolean): void;
  /** Ends a node as if its machine had failed: all its links are reset, and it says nothing more. */
  die(node: string): Promise<void>;
}

/** How a player connects. */
export interface Call {
  /** The name it will give; empty: none. */
  readonly as: string;
  readonly door: DoorName;
  readonly faults: Faults;
  /** Which node of the server; empty: it is one server. */
  readonly node: string;
}
