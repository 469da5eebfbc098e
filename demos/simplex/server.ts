// Simplex: one loop, one way. The receiver gives up its right to speak before it hears a word.
//
//     npm run demo:simplex -- server              then, in a second terminal:
//     nc 127.0.0.1 9001                        OpenBSD's nc or Ncat: other clients leave at our FIN
//
// Type a line: it appears here, and nothing ever comes back. The echo is on this screen.

import type { Connection } from '../../lib/connection/connection.ts';
import { type Receiver, receiver } from '../../lib/modes/simplex.ts';

type Screen = (line: string) => void;

/** Serves any number of senders at the same time. If there are several, each line names its sender. */
export async function serve(
  connections: AsyncIterable<Connection>,
  screen: Screen,
): Promise<void> {
  const here = new Set<Receiver>();
  for await (const connection of connections) {
    void display(receiver(connection), here, screen);
  }
}

async function display(
  fromSender: Receiver,
  here: Set<Receiver>,
  screen: Screen,
): Promise<void> {
  here.add(fromSender);
  for await (const { text } of fromSender)
    screen(here.size > 1 ? `[${fromSender.peer}] ${text}` : text);
  here.delete(fromSender);
  screen(`* ${fromSender.peer} ${farewell[fromSender.ending]}`);
}

const farewell: Record<Receiver['ending'], string> = {
  open: 'was dismissed',
  ended: 'has ended',
  'cut off': 'has ended in the middle of a message',
  reset: 'is gone without an end',
};
