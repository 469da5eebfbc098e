import type { Connection } from '../connection/connection.ts';
import { type Discipline, type Judgement, reasonOf } from '../connection/discipline.ts';
import type { BothWays } from './full-duplex.ts';
import { fromPerson, fromServer, nameQuestion } from './words.ts';

/** Takes a name, or returns why not. If others decide, it returns a promise. */
export type TakeName = (
  name: string,
) => string | undefined | Promise<string | undefined>;

/**
 * Full duplex among people with names: the first line is the name, and all later lines are words or
 * commands. Resolves with the name in its normal form (NFC), or with `undefined` if the person left
 * without one.
 */
export function introduce(
  connection: Connection,
  take: TakeName,
): Promise<string | undefined> {
  return new Promise(resolve => {
    connection.start(new Introduction(connection, take, resolve));
    connection.trySend(nameQuestion, 'notice');
  });
}

/** The person's end: everything that arrives goes to the program, in its order. */
export function visit(connection: Connection): BothWays {
  return connection.start({
    message: text => ({ kind: fromServer(text), pass: true }),
    bad: error => ({ kind: 'message', refused: reasonOf(error) }),
  });
}

/**
 * This is a class and not an object with closures, so that a silent newcomer costs little
 * memory.
 */
class Introduction implements Discipline {
  readonly #connection: Connection;
  readonly #take: TakeName;
  readonly #introduced: (name: string | undefined) => void;
  #named = false;

  constructor(
    connection: Connection,
    take: TakeName,
    introduced: (name: string | undefined) => void,
  ) {
    this.#connection = connection;
    this.#take = take;
    this.#introduced = introduced;
  }

  message(line: string): Judgement {
    if (this.#named) {
      // Not a spread: that would take as long as all the rest of hearing a line.
      const { kind, text } = fromPerson(line);
      return { kind, text, pass: true };
    }
    // The same letter may arrive in two forms (ë, or e with a mark): from here on it has one.
    const name = line.normalize();
    const obstacle = this.#take(name);
    if (typeof obstacle === 'string')
      return { kind: 'control', refused: 'no name', reply: obstacle };
    if (obstacle === undefined) this.#has(name);
    else void this.#waitFor(obstacle, name);
    return { kind: 'control' };
  }

  #has(name: string): void {
    this.#named = true;
    this.#introduced(name);
  }

  /** Hears nothing more until it is decided: the next line may be another name. */
  async #waitFor(decided: Promise<string | undefined>, name: string): Promise<void> {
    const { inbox, outgoing } = this.#connection.relay;
    inbox.hold(this);
    const obstacle = await decided;
    if (obstacle === undefined) this.#has(name);
    else outgoing.say(obstacle, 'refusal');
    inbox.release(this);
  }

  bad(error: Parameters<Discipline['bad']>[0]): Judgement {
    const refused = reasonOf(error);
    const dismiss = error.code === 'too-large';
    const reply = dismiss ? `! Too long: ${refused}` : `! Rejected: ${refused}`;
    return { kind: 'message', refused, reply, dismiss };
  }

  over(): void {
    this.#introduced(undefined);
  }
}
