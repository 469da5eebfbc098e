import type { Connection } from '../connection/connection.ts';

/** A person in the room, who receives what is said to all. */
export interface Member {
  readonly name: string;
  readonly connection: Connection;
}
