// Point-to-point, full duplex: two people are paired, and both may speak at any time.
//
//     npm run demo:p2p -- server              then, in two more terminals:
//     nc 127.0.0.1 9003
//
// Say a name each. One types /to bob, the other /to alice: paired. /bye parts, /quit leaves.
// The exchange relays every word: this is not peer-to-peer in the sense of NAT traversal.

import type { Connection } from '../../lib/connection/connection.ts';
import { beginning } from '../../lib/modes/words.ts';
import type { Exchange } from './exchange.ts';

export async function serve(
  connections: AsyncIterable<Connection>,
  exchange: Exchange,
): Promise<void> {
  for await (const connection of connections) void attend(connection, exchange);
}

async function attend(connection: Connection, exchange: Exchange): Promise<void> {
  const person = await exchange.enter(connection);
  if (person === undefined) return;
  for await (const { kind, text } of connection) {
    const [command, name] = text.split(/ +/);
    if (kind === 'message') exchange.say(person, text);
    else if (command === '/to' && name) exchange.call(person, name);
    else if (text === '/bye') exchange.part(person);
    else if (text === '/quit') break;
    else
      exchange.refuse(
        person,
        `! Unknown command: ${beginning(text)} (/to NAME, /bye, /quit)`,
      );
  }
  exchange.leave(person);
}
