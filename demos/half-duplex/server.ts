// Half-duplex: one loop with two phases. The caller speaks first; an end that has spoken must listen.
//
//     npm run demo:half-duplex -- server          then, in a second terminal:
//     nc 127.0.0.1 9002
//
// Say something: the station answers in capitals. Send two lines together, and it rejects the second:
//     printf 'one\ntwo\n' | nc -N 127.0.0.1 9002    -N sends FIN at the end: OpenBSD's nc has it

import type { Connection } from '../../lib/connection/connection.ts';
import { answer } from '../../lib/modes/half-duplex.ts';

type Screen = (line: string) => void;

/** Serves any number of calls at the same time, each at its own pace. */
export async function serve(
  calls: AsyncIterable<Connection>,
  screen: Screen,
): Promise<void> {
  for await (const call of calls) void converse(call, screen);
}

async function converse(call: Connection, screen: Screen): Promise<void> {
  let listening = answer(call);
  for (;;) {
    const talking = await listening.hear();
    if (talking === undefined) break;
    screen(`[${call.peer}] ${talking.heard}`);
    listening = await talking.say(`[station] ${talking.heard.toUpperCase()}`);
  }
  call.end();
}
