// A room without connections: every message is a datagram of its own, which may be lost, arrive twice, or
// arrive late. A member that answers heartbeats is here; one that misses three in a row is gone.
//
//     npm run demo:udp -- server --beat 20    then, in two more terminals, what docs/protocol.md says:
//     nc -u 127.0.0.1 9555
//
// The transport proves addresses, numbers messages and sends heartbeats, so what is left is a loop over
// members, inside the loop over each member's lines. "To all" is a datagram to each.

import type { Connection } from '../../lib/connection/connection.ts';
import { beginning } from '../../lib/modes/words.ts';
import type { DatagramRoom } from './room.ts';

/** Serves any number of members. It never waits for a member: datagrams have no buffer that could fill up. */
export async function serve(
  connections: AsyncIterable<Connection>,
  room: DatagramRoom,
): Promise<void> {
  for await (const connection of connections) void attend(connection, room);
}

async function attend(connection: Connection, room: DatagramRoom): Promise<void> {
  const member = room.enter(connection);
  if (member === undefined) return;
  for await (const { kind, text } of connection) {
    if (kind === 'message') room.say(member, text);
    else if (text === '/who') room.tellWho(member);
    else if (text === '/quit') break;
    else room.refuse(member, `! Unknown command: ${beginning(text)} (/who, /quit)`);
  }
  room.leave(member);
}
