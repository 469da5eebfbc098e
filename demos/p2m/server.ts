// Point-to-multipoint: one line in, a line out to every other member. On TCP there is no broadcast:
// "to all" is a loop over members, inside the loop over each member's lines.
//
//     npm run demo:p2m -- server              then, in two more terminals:
//     nc 127.0.0.1 9004
//
// Say a name, then talk. /who lists who is here, /quit leaves.

import type { Connection } from '../../lib/connection/connection.ts';
import type { Room } from '../../lib/hub/room.ts';
import { beginning } from '../../lib/modes/words.ts';

/** Serves any number of members. A silent or slow member keeps nobody waiting. */
export async function serve(
  connections: AsyncIterable<Connection>,
  room: Room,
): Promise<void> {
  for await (const connection of connections) void attend(connection, room);
}

async function attend(connection: Connection, room: Room): Promise<void> {
  const member = await room.enter(connection);
  if (member === undefined) return;
  for await (const { kind, text } of connection) {
    if (kind === 'message') room.say(member, text);
    else if (text === '/who') room.tellWho(member);
    else if (text === '/quit') break;
    else room.refuse(member, `! Unknown command: ${beginning(text)} (/who, /quit)`);
  }
  room.leave(member);
}
