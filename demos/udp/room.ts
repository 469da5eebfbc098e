import { missing } from '../../lib/connection/arrivals.ts';
import type { Clock } from '../../lib/connection/clock.ts';
import type { Connection } from '../../lib/connection/connection.ts';
import { Announcer } from '../../lib/hub/announcer.ts';
import type { Member } from '../../lib/hub/member.ts';
import { Names } from '../../lib/hub/names.ts';
import { together } from '../../lib/hub/room.ts';
import { roster } from '../../lib/hub/roster.ts';
import { byDatagram } from '../../lib/modes/by-datagram.ts';
import type { Kind, Origin } from '../../lib/trace/event.ts';

export interface DatagramRoomOptions {
  readonly clock: Clock;
  /** Whether to discard a message that arrives after a newer one. */
  readonly newestOnly: boolean;
  /** The longest words of one message, in bytes. */
  readonly limit: number;
  /** Tells the person at the server who has come, and who has left. */
  readonly presence?: ((notice: string) => void) | undefined;
}

/** A room and its members. Each member gets its own datagram, and nobody knows whether it arrives. */
export class DatagramRoom {
  readonly #options: DatagramRoomOptions;
  readonly #names = new Names();
  readonly #members = new Set<Member>();
  readonly #announcer: Announcer;

  constructor(options: DatagramRoomOptions) {
    this.#options = options;
    this.#announcer = new Announcer({
      clock: options.clock,
      together,
      count: () => this.#members.size,
      say: (notice, about) => this.#tellAll(notice, about),
    });
  }

  /** Lets a member in. `undefined` if the name is refused: then the room has said why, and disconnects it. */
  enter(connection: Connection): Member | undefined {
    const name = connection.introduced.normalize();
    const obstacle = this.#names.take(name);
    if (obstacle !== undefined) {
      connection.dismiss(obstacle.replace('Your name?', 'Join with another name'));
      return undefined;
    }
    const member = { name, connection };
    const gap = (count: number) => this.#gap(member, count);
    connection.start(byDatagram({ ...this.#options, gap }));
    this.#members.add(member);
    this.tellWho(member);
    this.#announcer.joined(name);
    this.#options.presence?.(`* ${name} has connected`);
    return member;
  }

  /** Sends the words to all others. */
  say(author: Member, words: string): void {
    this.#announcer.speaks(author.name);
    const of = author.connection.relay.lastHeard;
    for (const member of this.#members)
      if (member !== author) put(member, `[${author.name}] ${words}`, 'message', of);
  }

  tellWho(member: Member): void {
    const names = roster(this.#members, this.#members.size);
    put(member, `* In the room: ${names}`, 'notice');
  }

  refuse(member: Member, why: string): void {
    put(member, why, 'refusal');
  }

  leave(member: Member): void {
    this.#members.delete(member);
    this.#names.release(member.name);
    member.connection.dismiss('* Goodbye', 'notice');
    this.#announcer.left(member.name);
    this.#options.presence?.(`* ${member.name} has left`);
  }

  /**
   * Tells the others about messages that were lost before they reached the room: nobody else can
   * know of them.
   */
  #gap(author: Member, count: number): void {
    this.#announcer.speaks(author.name);
    this.#tellAll(`${missing(count)} from ${author.name}`, [author.name]);
  }

  #tellAll(notice: string, about: readonly string[]): void {
    const know = new Set(about);
    for (const member of this.#members)
      if (!know.has(member.name)) put(member, notice, 'notice');
  }
}

/** Sends one message in one datagram: two messages in one datagram would only be lost together. */
const put = ({ connection }: Member, text: string, kind: Kind, of?: Origin) =>
  connection.relay.pass(text, kind, of);
