import type { Connection } from '../connection/connection.ts';
import { Deadline } from '../hub/deadline.ts';
import type { LobbyOptions } from '../hub/lobby.ts';
import type { Member } from '../hub/member.ts';
import { taken, whyNobody } from '../hub/names.ts';
import { introduce } from '../modes/people.ts';

/** A newcomer whose name is on its way through the log. */
interface Asked {
  readonly connection: Connection;
  readonly decide: (obstacle: string | undefined) => void;
  /** It has gone meanwhile. */
  over: boolean;
}

export interface LogLobbyOptions
  extends Pick<LobbyOptions, 'clock' | 'nameTime' | 'presence'> {
  /** Whether somebody has that name, as the log was read until now. */
  readonly isTaken: (name: string) => boolean;
  /** Whether so much waits for the log that nobody else can ask. */
  readonly isFull: () => boolean;
  /** Asks the log for the name. */
  readonly ask: (number: number, name: string) => void;
}

/** Newcomers give their names here, and wait until the log has decided who has each name. */
export class LogLobby {
  readonly #options: LogLobbyOptions;
  readonly #deadline: Deadline<Connection>;
  readonly #asked = new Map<number, Asked>();
  readonly #entering = new Map<Connection, Member>();
  #last = 0;

  constructor(options: LogLobbyOptions) {
    const { clock, nameTime } = options;
    this.#options = options;
    this.#deadline = new Deadline(clock, nameTime * 1_000, connection =>
      connection.dismiss(`! No name in ${nameTime} s`),
    );
  }

  /** Lets a newcomer in once the log has given it a name. `undefined` if that did not happen. */
  async enter(connection: Connection): Promise<Member | undefined> {
    this.#deadline.waitFor(connection);
    await introduce(connection, name => this.#take(connection, name));
    this.#deadline.came(connection);
    const member = this.#entering.get(connection);
    this.#entering.delete(connection);
    if (member !== undefined) {
      this.#options.presence?.(`* ${member.name} has connected`);
      return member;
    }
    for (const asked of this.#asked.values())
      if (asked.connection === connection) asked.over = true;
    connection.dismiss();
    return undefined;
  }

  /** The log has given the name. Returns the member; `undefined` if nobody is there to have it. */
  admit(number: number, name: string): Member | undefined {
    const asked = this.#asked.get(number);
    this.#asked.delete(number);
    if (asked === undefined || asked.over) return undefined;
    const member = { name, connection: asked.connection };
    this.#entering.set(asked.connection, member);
    asked.decide(undefined);
    return member;
  }

  /** Somebody else has the name. */
  refuse(number: number, why: string): void {
    const asked = this.#asked.get(number);
    this.#asked.delete(number);
    asked?.decide(why);
  }

  #take(connection: Connection, name: string): string | Promise<string | undefined> {
    const why = whyNobody(name);
    if (why !== undefined) return why;
    if (this.#options.isTaken(name)) return taken(name);
    if (this.#options.isFull()) return '! Not now: this node is cut off. Your name?';
    const number = ++this.#last;
    return new Promise(decide => {
      this.#asked.set(number, { connection, decide, over: false });
      this.#options.ask(number, name);
    });
  }
}
