import { p2m } from '../../demos/p2m/demo.ts';
import { serve } from '../../demos/p2m/server.ts';
import type { Connection } from '../../lib/connection/connection.ts';
import type { Member } from '../../lib/hub/member.ts';
import type { Room, RoomOptions } from '../../lib/hub/room.ts';
import { RoomByTick } from '../../lib/hub/room-by-tick.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import { demo } from '../../lib/terminal/programs/demo.ts';

/** Right, but for one thing each. */

class SendsBack extends RoomByTick {
  override say(member: Member, words: string): void {
    super.say(member, words);
    member.connection.trySend(`[${member.name}] ${words}`);
  }
}

class ForgetsNothing extends RoomByTick {
  override leave(member: Member): void {
    member.connection.dismiss('* Goodbye', 'notice');
  }
}

/** Says it to one after the other: the slowest makes all wait. */
class AwaitsEach extends RoomByTick {
  readonly #members = new Set<Member>();
  #said = Promise.resolve();

  /** It drops nobody for being slow. Otherwise it depends on Node's buffers whether it ever waits. */
  constructor(options: RoomOptions) {
    super({ ...options, queue: Number.POSITIVE_INFINITY });
  }

  override async enter(connection: Connection): Promise<Member | undefined> {
    const member = await super.enter(connection);
    if (member) this.#members.add(member);
    return member;
  }

  override say(author: Member, words: string): void {
    this.#said = this.#said.then(async () => {
      for (const { name, connection } of this.#members) {
        if (name !== author.name) await connection.send(`[${author.name}] ${words}`);
      }
    });
  }

  override leave(member: Member): void {
    this.#members.delete(member);
    super.leave(member);
  }
}

/** The words are there, and nobody is told whose they are. */
class PassesAsIs extends RoomByTick {
  readonly #members = new Set<Member>();

  override async enter(connection: Connection): Promise<Member | undefined> {
    const member = await super.enter(connection);
    if (member) this.#members.add(member);
    return member;
  }

  override say(author: Member, words: string): void {
    for (const member of this.#members) {
      if (member !== author) member.connection.trySend(words);
    }
  }
}

/**
 * Answers everybody who asks, whether or not the answers before were taken; and drops nobody for
 * being slow.
 */
class AnswersWithoutLimit extends RoomByTick {
  constructor(options: RoomOptions) {
    super({ ...options, queue: Number.POSITIVE_INFINITY });
  }

  override tellWho({ connection }: Member): void {
    void connection.send(`* In the room: ${'somebody, '.repeat(99)}`, 'notice');
  }
}

const program = (Wrong: new (options: RoomOptions) => Room): Program =>
  demo({
    ...p2m,
    serve: (connections, { clock, flags }) =>
      serve(connections, new Wrong({ clock, ...flags })),
  });

export const wrongRooms = {
  sendsBack: program(SendsBack),
  forgetsNothing: program(ForgetsNothing),
  awaitsEach: program(AwaitsEach),
  passesAsIs: program(PassesAsIs),
  answersWithoutLimit: program(AnswersWithoutLimit),
};
