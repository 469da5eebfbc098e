import type { Connection } from '../connection/connection.ts';
import type { HubOptions } from './hub.ts';
import type { LobbyOptions } from './lobby.ts';
import type { Member } from './member.ts';

/** A room: who is in it, and one order for all that is said in it. */
export interface Room {
  /** Lets a newcomer in. `undefined` if it gave no name. */
  enter(connection: Connection): Promise<Member | undefined>;
  /** Sends the words to all others. */
  say(author: Member, words: string): void;
  tellWho(member: Member): void;
  refuse(member: Member, why: string): void;
  leave(member: Member): void;
}

export type RoomOptions = HubOptions & Omit<LobbyOptions, 'welcome'>;

/** Members who join or leave within this time of the last notice, in milliseconds, share one notice. */
export const together = 100;
