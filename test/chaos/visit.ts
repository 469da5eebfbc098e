import type { FairClock } from './fair-clock.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';

/** What every guest knows of the place. */
export interface Visit {
  readonly port: number;
  readonly random: Random;
  readonly name: string;
  /** Whom it might call, and in whose name it lies. */
  readonly others: readonly string[];
  /** How long a guest may stop reading, in milliseconds. */
  readonly stall: number;
  readonly clock: FairClock;
  /** How often its name was taken, since it was last free: of all who come by it. */
  readonly taken: { times: number };
  /** Counts what is worth counting. */
  count(what: string): void;
}

/** What a guest does once it is in. */
export type Manner = (person: Person, visit: Visit) => Promise<unknown> | unknown;
