import type { Connection } from '../../lib/connection/connection.ts';
import { Hub, type HubOptions } from '../../lib/hub/hub.ts';
import { Lobby, type LobbyOptions } from '../../lib/hub/lobby.ts';
import type { Member } from '../../lib/hub/member.ts';
import { beginning } from '../../lib/modes/words.ts';
import { Pairs } from './pairs.ts';

export type ExchangeOptions = HubOptions & Omit<LobbyOptions, 'welcome'>;

/** Pairs people who call each other, and passes on what each says to the other. */
export class Exchange {
  readonly #pairs: Pairs<Member>;
  readonly #hub: Hub;
  readonly #lobby: Lobby;

  constructor(options: ExchangeOptions, pairs = new Pairs<Member>()) {
    this.#pairs = pairs;
    this.#hub = new Hub(options);
    const welcome = (person: Member) =>
      this.#tell(person, `* Hello ${person.name}: /to NAME calls somebody`);
    this.#lobby = new Lobby(this.#hub, { ...options, welcome });
  }

  /** Lets a newcomer in. `undefined` if it gave no name. */
  enter(connection: Connection): Promise<Member | undefined> {
    return this.#lobby.enter(connection);
  }

  /** Sends the words to the partner, or to nobody: they never reach anybody else. */
  say(person: Member, words: string): void {
    const partner = this.#pairs.partner(person);
    if (partner)
      this.#hub.tell(partner, `[${person.name}] ${words}`, 'message', person);
    else this.refuse(person, '! Nobody is listening: call somebody with /to NAME');
  }

  /** Calls somebody, or answers who has called. */
  call(person: Member, name: string): void {
    const called = this.#hub.find(name);
    if (called === undefined) {
      this.refuse(person, `! Nobody here is called ${beginning(name)}`);
      return;
    }
    const done = this.#pairs.call(person, called);
    if (done === 'answered') {
      this.#tell(person, `* Paired with ${called.name}`);
      this.#tell(called, `* Paired with ${person.name}`, person);
    } else if (done === 'calling') {
      this.#tell(person, `* Calling ${called.name}`);
      this.#tell(called, `* ${person.name} calls: /to ${person.name} answers`, person);
    } else if (done === 'again') {
      this.#tell(person, `* Still calling ${called.name}, who has been told already`);
    } else this.refuse(person, this.#obstacle(person, called)[done]);
  }

  part(person: Member): void {
    const partner = this.#pairs.part(person);
    if (partner === undefined) this.refuse(person, '! You are not paired');
    else {
      this.#tell(person, `* You left ${partner.name}`);
      this.#left(partner, person);
    }
  }

  refuse(person: Member, why: string): void {
    this.#hub.tell(person, why, 'refusal');
  }

  leave(person: Member): void {
    const partner = this.#pairs.remove(person);
    this.#lobby.leave(person);
    if (partner !== undefined) this.#left(partner, person);
  }

  #left(partner: Member, person: Member): void {
    this.#tell(partner, `* ${person.name} is gone: you are free again`, person);
  }

  /** Sends a notice. `author`: the person who caused it. */
  #tell(person: Member, notice: string, author = person): void {
    this.#hub.tell(person, notice, 'notice', author);
  }

  #obstacle(person: Member, called: Member) {
    return {
      self: '! That is you',
      busy: `! ${called.name} is busy: try again later`,
      taken: `! You are paired with ${this.#pairs.partner(person)?.name}: /bye parts`,
    };
  }
}
