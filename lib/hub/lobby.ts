import type { Clock } from '../connection/clock.ts';
import type { Connection } from '../connection/connection.ts';
import { introduce } from '../modes/people.ts';
import { Deadline } from './deadline.ts';
import type { Member } from './member.ts';
import { Names } from './names.ts';

/** The members of the room. */
export interface Company {
  join(member: Member): void;
  leave(member: Member): void;
}

export interface LobbyOptions {
  readonly clock: Clock;
  /** How long a newcomer may take to say a name, in seconds. */
  readonly nameTime: number;
  /** Tells the person at the server who has come, and who has left. */
  readonly presence?: ((notice: string) => void) | undefined;
  /** Called with each new member, before it can say a word. */
  readonly welcome: (member: Member) => void;
}

/** Newcomers give their names here. A silent newcomer keeps nobody waiting. */
export class Lobby {
  readonly #names = new Names();
  /** One function for all newcomers, so that ten thousand silent ones cost little memory. */
  readonly #take = (name: string) => this.#names.take(name);
  readonly #company: Company;
  readonly #options: LobbyOptions;
  readonly #deadline: Deadline<Connection>;

  constructor(company: Company, options: LobbyOptions) {
    const { clock, nameTime } = options;
    this.#company = company;
    this.#options = options;
    this.#deadline = new Deadline(clock, nameTime * 1_000, connection =>
      connection.dismiss(`! No name in ${nameTime} s`),
    );
  }

  /** Lets a newcomer in once it has a name. `undefined` if it gave none: then it is being disconnected. */
  async enter(connection: Connection): Promise<Member | undefined> {
    this.#deadline.waitFor(connection);
    const name = await introduce(connection, this.#take);
    this.#deadline.came(connection);
    if (name === undefined) {
      // The newcomer may have half-closed: without our own FIN that link would stay open for ever.
      connection.dismiss();
      return undefined;
    }
    const member = { name, connection };
    this.#company.join(member);
    this.#options.welcome(member);
    this.#options.presence?.(`* ${name} has connected`);
    return member;
  }

  /** Removes a member. Its name is free immediately. */
  leave(member: Member): void {
    this.#company.leave(member);
    this.#names.release(member.name);
    member.connection.dismiss('* Goodbye', 'notice');
    this.#options.presence?.(`* ${member.name} has left`);
  }
}
