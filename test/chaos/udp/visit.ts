import type { Random } from '../random.ts';
import type { Peer } from './peer.ts';
import type { World } from './world.ts';

/** Somebody whose address may be forged, and what was known of it once: a talk that is over, and its token. */
export interface Victim {
  readonly name: string;
  readonly address: string;
  readonly talk: string;
  readonly token: string;
}

/** What every guest knows of the place. */
export interface Visit {
  readonly world: World;
  readonly room: string;
  readonly random: Random;
  readonly name: string;
  /** The witnesses. */
  readonly victims: readonly Victim[];
  /** How long a name, or all places, may stay taken, in milliseconds. */
  readonly letIn: number;
  /** Counts what is worth counting. */
  count(what: string): void;
}

/** A text that comes back is what should not have been. */
export type Manner = (peer: Peer, visit: Visit) => Promise<unknown>;
