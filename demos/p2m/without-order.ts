import type { Connection } from '../../lib/connection/connection.ts';
import type { Member } from '../../lib/hub/member.ts';
import type { RoomOptions } from '../../lib/hub/room.ts';
import { RoomByLoop } from './room.ts';

/** The delay between one member and the next, in milliseconds. */
const pause = 10;

/**
 * A room that has no single order, on purpose. Each message starts at the member after its author and
 * goes round the room, from one member to the next.
 */
export class RoomWithoutOrder extends RoomByLoop {
  readonly #options: RoomOptions;
  readonly #here: Member[] = [];

  constructor(options: RoomOptions) {
    super(options);
    this.#options = options;
  }

  override async enter(connection: Connection): Promise<Member | undefined> {
    const member = await super.enter(connection);
    if (member) this.#here.push(member);
    return member;
  }

  override say(author: Member, words: string): void {
    const of = author.connection.relay.lastHeard;
    const at = this.#here.indexOf(author);
    const others = [...this.#here.slice(at + 1), ...this.#here.slice(0, at)];
    others.forEach(({ connection }, step) => {
      this.#options.clock.after(step * pause, () =>
        connection.relay.pass(`[${author.name}] ${words}`, 'message', of),
      );
    });
  }

  override leave(member: Member): void {
    this.#here.splice(this.#here.indexOf(member), 1);
    super.leave(member);
  }
}
