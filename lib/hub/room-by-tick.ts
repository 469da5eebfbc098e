import type { Connection } from '../connection/connection.ts';
import { Announcer } from './announcer.ts';
import { Hub } from './hub.ts';
import { Lobby } from './lobby.ts';
import type { Member } from './member.ts';
import { type Room, type RoomOptions, together } from './room.ts';

/** A room for a thousand members: everything said in one tick is one write per member. */
export class RoomByTick implements Room {
  readonly #hub: Hub;
  readonly #lobby: Lobby;
  readonly #announcer: Announcer;

  constructor(options: RoomOptions) {
    const { clock } = options;
    this.#hub = new Hub(options);
    this.#lobby = new Lobby(this.#hub, { ...options, welcome: this.#welcome });
    this.#announcer = new Announcer({
      clock,
      together,
      count: () => this.#hub.size,
      say: (notice, about) => this.#hub.tellAll(notice, about),
    });
  }

  enter(connection: Connection): Promise<Member | undefined> {
    return this.#lobby.enter(connection);
  }

  say(member: Member, words: string): void {
    this.#announcer.speaks(member.name);
    this.#hub.say(member, words);
  }

  tellWho(member: Member): void {
    this.#hub.tell(member, `* In the room: ${this.#hub.roster}`, 'notice');
  }

  refuse(member: Member, why: string): void {
    this.#hub.tell(member, why, 'refusal');
  }

  leave(member: Member): void {
    this.#lobby.leave(member);
    this.#announcer.left(member.name);
  }

  readonly #welcome = (member: Member): void => {
    this.tellWho(member);
    this.#announcer.joined(member.name);
  };
}
