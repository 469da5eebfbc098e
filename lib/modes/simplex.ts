import type { Connection } from '../connection/connection.ts';
import { type Discipline, reasonOf } from '../connection/discipline.ts';
import type { Received } from '../connection/inbox.ts';

/** The end that speaks. It has no way to listen. */
export type Sender = Pick<Connection, 'send' | 'trySend' | 'end' | 'closed'>;

/**
 * The end that listens. It has no way to speak. It receives a refusal in the place of a message
 * that it could not hear.
 */
export type Receiver = AsyncIterable<Received> & Pick<Connection, 'peer' | 'ending'>;

/** Takes the speaking half of a connection. What comes back is not heard, but it is recorded. */
export function sender(connection: Connection): Sender {
  const refused = 'simplex: this end does not listen';
  return connection.start({
    message: () => ({ kind: 'message', refused }),
    bad: () => ({ kind: 'message', refused }),
  });
}

/**
 * Takes the listening half, and gives up the other one: it sends FIN before it has heard a word.
 * From then on TCP itself keeps this end silent, so a refusal can only go to this end's own program,
 * in its place among the messages.
 */
export function receiver(connection: Connection): Receiver {
  const rejected = (why: string) => `! Rejected: ${why}`;
  const discipline: Discipline = {
    message: () => ({ kind: 'message' }),
    bad: error => ({
      kind: 'message',
      told: rejected(reasonOf(error)),
      dismiss: error.code === 'too-large',
    }),
    hopeless: rejected,
  };
  connection.start(discipline).end();
  return connection;
}
