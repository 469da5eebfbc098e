import type { Connection } from '../../lib/connection/connection.ts';
import { Announcer } from '../../lib/hub/announcer.ts';
import { cut } from '../../lib/hub/cut.ts';
import { Lobby } from '../../lib/hub/lobby.ts';
import type { Member } from '../../lib/hub/member.ts';
import { type Room, type RoomOptions, together } from '../../lib/hub/room.ts';
import { roster } from '../../lib/hub/roster.ts';
import type { Kind, Origin } from '../../lib/trace/event.ts';

/** Decides when a member is told. `place`: how many members are told before it. */
type Pace = (place: number, tell: () => void) => void;

/**
 * A room as most people write it first: each message goes to every member immediately, in a loop. That is
 * one write for each message and member. See lib/hub/room-by-tick.ts for the same with fewer writes.
 */
export class RoomByLoop implements Room {
  readonly #options: RoomOptions;
  readonly #pace: Pace;
  readonly #members = new Set<Member>();
  readonly #lobby: Lobby;
  readonly #announcer: Announcer;

  constructor(options: RoomOptions, pace: Pace = (_, tell) => tell()) {
    this.#options = options;
    this.#pace = pace;
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
    if (!this.#members.has(author)) return;
    this.#announcer.speaks(author.name);
    const of = author.connection.relay.lastHeard;
    for (const [place, member] of this.#others(author).entries())
      this.#pace(place, () =>
        this.#tell(member, `[${author.name}] ${words}`, 'message', of),
      );
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

  /** Sends a notice to all members, except to the only one that it is about. */
  #announce(notice: string, about: readonly string[]): void {
    const only = about.length === 1 ? about[0] : undefined;
    for (const member of this.#members)
      if (member.name !== only) this.#tell(member, notice, 'notice');
  }

  /** Returns all members except one, beginning with the member that came after it. */
  #others(one: Member): Member[] {
    const all = [...this.#members];
    const at = all.indexOf(one);
    return [...all.slice(at + 1), ...all.slice(0, at)];
  }

  /** Waits for nobody: a member that does not read is disconnected. */
  #tell(member: Member, text: string, kind: Kind, of?: Origin): void {
    if (!this.#members.has(member)) return;
    const { relay } = member.connection;
    if (relay.wire.waiting > this.#options.queue) this.#cut(member);
    else relay.pass(text, kind, of);
  }

  #cut(member: Member): void {
    this.#members.delete(member);
    cut(member, this.#options.queue);
  }
}
