import type { Connection } from '../connection/connection.ts';

/** Somebody who hears what is said to all. */
export interface Member {
  readonly name: string;
  readonly connection: Connection;
}
