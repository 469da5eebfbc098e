// What many tutorials call a simplex server: it answers everything. `server --canned-replies`.
// Compare it with server.ts: this one speaks. So it is not simplex, and the verdict says so.

import type { Connection } from '../../lib/connection/connection.ts';
import { fullDuplex } from '../../lib/modes/full-duplex.ts';

export async function serveWithReplies(
  connections: AsyncIterable<Connection>,
  screen: (line: string) => void,
): Promise<void> {
  for await (const connection of connections) void greet(connection, screen);
}

async function greet(
  connection: Connection,
  screen: (line: string) => void,
): Promise<void> {
  const sender = fullDuplex(connection);
  await sender.send('Welcome!');
  for await (const { text: name } of sender) {
    screen(name);
    await sender.send(`Hello, ${name}!`);
  }
  sender.end();
}
