// A member of the datagram room: two concurrent loops, one that listens and one that speaks. What it shows
// may have gaps (`* 2 missing`), and words that came late.
//
//     npm run demo:udp -- client --name alice      with a server running in another terminal

import type { Connection } from '../../lib/connection/connection.ts';
import { visitByDatagram } from '../../lib/modes/by-datagram.ts';
import type { BothWays } from '../../lib/modes/full-duplex.ts';
import { fromPerson } from '../../lib/modes/words.ts';
import type { Terminal } from '../../lib/terminal/programs/demo.ts';

/** How long the room may take to answer `/quit`, in milliseconds. */
const patience = 500;

export async function chat(connection: Connection, terminal: Terminal): Promise<void> {
  const room = connection.start(visitByDatagram);
  void connection.heardLast.then(() => terminal.typed.close());
  void listen(room, terminal);
  await speak(room, terminal);
  // There is no half-close: after an immediate `bye` we would miss messages in transit. So `/quit`
  // asks the room to end.
  await room.send('/quit', 'control');
  // If `/quit` was lost, or exceeded the limit of this second, we send `bye` until the room confirms it.
  const stopWaiting = terminal.clock.after(patience, () => connection.end());
  await connection.closed;
  stopWaiting();
}

async function listen(room: BothWays, { screen }: Terminal): Promise<void> {
  for await (const { text } of room) screen(text);
}

async function speak(room: BothWays, { typed }: Terminal): Promise<void> {
  for await (const line of typed) await room.send(line, fromPerson(line).kind);
}
