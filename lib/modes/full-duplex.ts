import type { Connection } from '../connection/connection.ts';
import { type Discipline, reasonOf } from '../connection/discipline.ts';
import type { Received } from '../connection/inbox.ts';

/** Both halves of a connection. Each end may speak at any time. */
export type BothWays = Pick<
  Connection,
  'send' | 'trySend' | 'receive' | 'end' | 'peer' | 'ending' | 'closed'
> &
  AsyncIterable<Received>;

/** Takes a connection as it is: TCP is full-duplex, and every other mode is a rule on top of it. */
export function fullDuplex(connection: Connection): BothWays {
  const rules: Discipline = {
    message: () => ({ kind: 'message' }),
    bad(error) {
      const refused = reasonOf(error);
      const reply = `! Rejected: ${refused}`;
      return { kind: 'message', refused, reply, dismiss: error.code === 'too-large' };
    },
  };
  return connection.start(rules);
}
