import type { Connection } from '../connection/connection.ts';
import { callerRules, stationRules, Turns } from './turns.ts';

/** A turn was used twice: our own program, never the peer, used a phase that it had left. */
export class TurnSpent extends Error {
  constructor(action: string) {
    super(`Cannot ${action}: this turn is spent, use what the last call returned`);
    this.name = 'TurnSpent';
  }
}

/** The phase in which the peer may speak. All that this end can do is hear. */
export interface Listening {
  /**
   * Waits for the peer's message, and with it the turn. Returns `undefined` if the peer has
   * ended.
   */
  hear(): Promise<Talking | undefined>;
}

/** The phase in which this end may speak: one message, and the turn is gone. */
export interface Talking {
  /** What the peer said. It is empty before the caller's first message. */
  readonly heard: string;
  /** Says the words, and gives the turn away. */
  say(words: string): Promise<Listening>;
}

/** The station's end of a call: the caller speaks first. */
export function answer(connection: Connection): Listening {
  const turns = new Turns('listening');
  connection.start(stationRules(turns));
  return listening(connection, turns);
}

/** The caller's end: it speaks first. */
export function call(connection: Connection): Talking {
  const turns = new Turns('talking');
  connection.start(callerRules(turns));
  return talking(connection, turns, '');
}

function listening(connection: Connection, turns: Turns): Listening {
  const spend = once('hear');
  return {
    async hear() {
      spend();
      const heard = await connection.receive();
      return heard && talking(connection, turns, heard.text);
    },
  };
}

function talking(connection: Connection, turns: Turns, heard: string): Talking {
  const spend = once('say');
  return {
    heard,
    async say(words) {
      spend();
      turns.happens('I say');
      await connection.send(words);
      return listening(connection, turns);
    },
  };
}

function once(action: string): () => void {
  let spent = false;
  return () => {
    if (spent) throw new TurnSpent(action);
    spent = true;
  };
}
