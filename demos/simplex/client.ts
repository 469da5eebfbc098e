// The speaking end of simplex: one loop, and no way to listen.
//
//     npm run demo:simplex -- client        with a server running in another terminal

import type { Connection } from '../../lib/connection/connection.ts';
import { sender } from '../../lib/modes/simplex.ts';
import type { Terminal } from '../../lib/terminal/programs/demo.ts';

export async function speak(
  connection: Connection,
  { typed }: Terminal,
): Promise<void> {
  const toReceiver = sender(connection);
  void toReceiver.closed.then(() => typed.close());
  for await (const line of typed) await toReceiver.send(line);
  toReceiver.end();
}
