// One room over several machines. Each of them runs this program, a node. What a member says goes into one
// log, and everybody hears it when it comes out: also those at the same node. So the log decides who was
// first, and who has a name.
//
//     npm run demo:cluster -- server --port 9011       then, in another terminal:
//     nc 127.0.0.1 9011

import type { RoomOverLog } from '../../lib/cluster/room-over-log.ts';
import type { Connection } from '../../lib/connection/connection.ts';
import { beginning } from '../../lib/modes/words.ts';

/** Serves the members of one node. The others' members are in the same room. */
export async function serve(
  connections: AsyncIterable<Connection>,
  room: RoomOverLog,
): Promise<void> {
  await room.open();
  for await (const connection of connections) void attend(connection, room);
  await room.close();
}

async function attend(connection: Connection, room: RoomOverLog): Promise<void> {
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
