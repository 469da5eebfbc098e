import type { Clock } from '../connection/clock.ts';
import type { Connection } from '../connection/connection.ts';
import { introduce } from '../modes/people.ts';
import type { Member } from './member.ts';
import { Names } from './names.ts';

/** Those who are in. */
export interface Company {
  join(member: Member): void;
  leave(member: Member): void;
}

export interface LobbyOptions {
  readonly clock: Clock;
  /** How long a newcomer may take to say a name, in seconds. */
  readonly nameTime: number;
  /** Told who has come in, before that one says a word. */
  readonly welcome: (member: Member) => void;
}

/** Where newcomers say who they are. Whoever is silent there keeps nobody waiting. */
export class Lobby {
  readonly #names = new Names();
  /** One for all newcomers: ten thousand silent ones are to cost little memory. */
  readonly #take = (name: string) => this.#names.take(name);
  readonly #company: Company;
  readonly #options: LobbyOptions;

  constructor(company: Company, options: LobbyOptions) {
    this.#company = company;
    this.#options = options;
  }

  /** With a name one is in. `undefined`: it never said one, and is on its way out. */
  async enter(connection: Connection): Promise<Member | undefined> {
    const { clock, nameTime, welcome } = this.#options;
    const named = clock.after(nameTime * 1_000, () =>
      connection.dismiss(`! No name in ${nameTime} s`),
    );
    const name = await introduce(connection, this.#take);
    named();
    if (name === undefined) {
      // It may have half-closed: without our own FIN that link would stay for ever.
      connection.dismiss();
      return undefined;
    }
    const member = { name, connection };
    this.#company.join(member);
    welcome(member);
    return member;
  }

  /** The name is free at once. */
  leave(member: Member): void {
    this.#company.leave(member);
    this.#names.release(member.name);
    member.connection.dismiss('* Goodbye', 'notice');
  }
}
