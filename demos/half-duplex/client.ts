// The caller's end of half-duplex: the same two phases, in the other order.
//
//     npm run demo:half-duplex -- client    with a server running in another terminal
//
// A line that you type out of turn waits for its turn, and so does piped input. To barge in, use nc:
// nc 127.0.0.1 9002

import type { Connection } from '../../lib/connection/connection.ts';
import { call } from '../../lib/modes/half-duplex.ts';
import { fromPerson } from '../../lib/modes/words.ts';
import type { Terminal } from '../../lib/terminal/programs/demo.ts';

export async function converse(
  station: Connection,
  { typed, screen, turn }: Terminal,
): Promise<void> {
  let talking = call(station);
  void station.heardLast.then(() => typed.close());
  turn(true);
  let next = typed.take();
  for (let line = await next; line !== undefined; line = await next) {
    next = typed.take();
    // FIN needs no turn: after the last line it tells the station that nothing follows.
    void next.then(more => more ?? station.end());
    if (fromPerson(line).kind === 'control') {
      await station.send(line, 'control');
      continue;
    }
    turn(false);
    const listening = await talking.say(line);
    const answered = await listening.hear();
    if (answered === undefined) break;
    screen(answered.heard);
    turn(true);
    talking = answered;
  }
  station.end();
}
