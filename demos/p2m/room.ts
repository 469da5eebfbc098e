import type { Clock } from '../../lib/connection/clock.ts';
import type { Connection } from '../../lib/connection/connection.ts';
import { Announcer } from '../../lib/hub/announcer.ts';
import { Hub, type HubOptions } from '../../lib/hub/hub.ts';
import { Lobby } from '../../lib/hub/lobby.ts';
import type { Member } from '../../lib/hub/member.ts';
import { roster } from '../../lib/hub/roster.ts';

export interface RoomOptions extends HubOptions {
  readonly clock: Clock;
  /** How long a newcomer may take to say a name, in seconds. */
  readonly nameTime: number;
}

/** Those who come or go within so many milliseconds of the last notice are announced together. */
const together = 100;

/** A room: who is in it, and one order for all that is said in it. */
export class Room {
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
      say: (notice, about) => this.#hub.tellAll(notice, this.#only(about)),
    });
  }

  /** `undefined`: it never said a name. */
  enter(connection: Connection): Promise<Member | undefined> {
    return this.#lobby.enter(connection);
  }

  /** To all others. */
  say(member: Member, words: string): void {
    this.#announcer.speaks(member.name);
    this.#hub.say(member, words);
  }

  tellWho(member: Member): void {
    this.#hub.tell(
      member,
      `* In the room: ${roster(this.#hub.members, this.#hub.size)}`,
      'notice',
    );
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

  /** A notice about one who is here is not for that one. */
  #only([name = '', ...others]: readonly string[]): Member | undefined {
    return others.length === 0 ? this.#hub.find(name) : undefined;
  }
}
