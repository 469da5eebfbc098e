import type { Connection } from '../../lib/connection/connection.ts';
import { Announcer } from '../../lib/hub/announcer.ts';
import { cut } from '../../lib/hub/cut.ts';
import { Lobby } from '../../lib/hub/lobby.ts';
import type { Member } from '../../lib/hub/member.ts';
import { type Room, type RoomOptions, together } from '../../lib/hub/room.ts';
import { roster } from '../../lib/hub/roster.ts';
import type { Kind } from '../../lib/trace/event.ts';

/**
 * A room as most people write it first: each message goes to every member immediately, in a loop. That is
 * one write for each message and member. See lib/hub/room-by-tick.ts for the same with fewer writes.
 */
export class RoomByLoop implements Room {
  readonly #options: RoomOptions;
  readonly #members = new Set<Member>();
  readonly #lobby: Lobby;
  readonly #announcer: Announcer;

  constructor(options: RoomOptions) {
    this.#options = options;
    this.#lobby = new Lobby(
      {
        join: member => void this.#members.add(member),
        leave: member => void this.#members.delete(member),
      },
      { ...options, welcome: member => this.#welcome(member) },
    );
    this.#announcer = new Announcer({
      clock: options.clock,
      together,
      count: () => this.#members.size,
      say: (notice, about) => this.#announce(notice, about),
    });
  }

  enter(connection: Connection): Promise<Member | undefined> {
    return this.#lobby.enter(connection);
  }

  say(author: Member, words: string): void {
    this.#announcer.speaks(author.name);
    for (const member of this.#members)
      if (member !== author)
        this.#tell(member, `[${author.name}] ${words}`, 'message', author);
  }

  tellWho(member: Member): void {
    const names = roster(this.#members, this.#members.size);
    this.#tell(member, `* In the room: ${names}`, 'notice');
  }

  refuse(member: Member, why: string): void {
    this.#tell(member, why, 'refusal');
  }

  leave(member: Member): void {
    this.#lobby.leave(member);
    this.#announcer.left(member.name);
  }

  #welcome(member: Member): void {
    this.tellWho(member);
    this.#announcer.joined(member.name);
  }

  /** Sends a notice to all members except those that it is about. */
  #announce(notice: string, about: readonly string[]): void {
    const only = about.length === 1 ? about[0] : undefined;
    for (const member of this.#members)
      if (member.name !== only) this.#tell(member, notice, 'notice');
  }

  /** Waits for nobody: a member that does not read is disconnected. */
  #tell(member: Member, text: string, kind: Kind, author?: Member): void {
    const { relay } = member.connection;
    if (relay.wire.waiting > this.#options.queue) this.#cut(member);
    else relay.pass(text, kind, author?.connection.relay.lastHeard);
  }

  #cut(member: Member): void {
    this.#members.delete(member);
    cut(member, this.#options.queue);
  }
}
