// A member of the room: two concurrent loops, one that listens and one that speaks.
//
//     npm run demo:p2m -- client --name alice      with a server running in another terminal

import type { Connection } from '../../lib/connection/connection.ts';
import type { BothWays } from '../../lib/modes/full-duplex.ts';
import { visit } from '../../lib/modes/people.ts';
import { fromPerson } from '../../lib/modes/words.ts';
import type { Terminal } from '../../lib/terminal/programs/demo.ts';
import { introduceMyself } from '../../lib/terminal/programs/introduction.ts';

export async function chat(connection: Connection, terminal: Terminal): Promise<void> {
  const room = visit(connection);
  void connection.heardLast.then(() => terminal.typed.close());
  if (await introduceMyself(room, terminal)) {
    void listen(room, terminal);
    await speak(room, terminal);
  }
  room.end();
}

async function listen(room: BothWays, { screen }: Terminal): Promise<void> {
  for await (const { text } of room) screen(text);
}

async function speak(room: BothWays, { typed }: Terminal): Promise<void> {
  for await (const line of typed) await room.send(line, fromPerson(line).kind);
}
