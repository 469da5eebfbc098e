// The speaking end of simplex: one loop, and no way to listen.
//
//     npm run demo:simplex -- client        with a server running in another terminal

import type { Connection } from '../../lib/connection/index.ts';
import { sender } from '../../lib/modes/index.ts';
import type { Terminal } from '../../lib/terminal/index.ts';

export async function speak(
  connection: Connection,
  { typed }: Terminal,
): Promise<void> {
  const receiver = sender(connection);
  void receiver.closed.then(() => typed.close());
  for await (const line of typed) await receiver.send(line);
  receiver.end();
}
