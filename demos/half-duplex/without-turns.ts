// The same station without the rules of half-duplex: `server --operator --without-turns`.
// It has two concurrent loops instead of one loop with two phases, and TCP allows that.

import type { Connection } from '../../lib/connection/connection.ts';
import { type BothWays, fullDuplex } from '../../lib/modes/full-duplex.ts';
import { inTime, nobodyAnswers, noOperator, type Station } from './operator.ts';

type Room = Omit<Station, 'turn'>;

export async function serveWithoutTurns(
  calls: AsyncIterable<Connection>,
  room: Room,
): Promise<void> {
  let line: BothWays | undefined;
  let attended = true;
  void speak(room, () => line).then(() => {
    attended = false;
    room.screen(noOperator);
    line?.end();
  });
  for await (const call of calls) {
    if (!attended) call.dismiss(nobodyAnswers);
    else if (line !== undefined) call.dismiss('! Line busy: one call at a time');
    else {
      line = fullDuplex(call);
      void listen(call, room).then(() => {
        line = undefined;
      });
    }
  }
}

async function listen(call: Connection, room: Room): Promise<void> {
  for (;;) {
    const heard = await inTime(call.receive(), call, room);
    if (heard === undefined) break;
    room.screen(`[${call.peer}] ${heard.text}`);
  }
  call.end();
}

async function speak(
  { keyboard, screen }: Room,
  to: () => BothWays | undefined,
): Promise<void> {
  for await (const words of keyboard) {
    const line = to();
    if (line === undefined) screen('! Nobody is on the line');
    else await line.send(`[station] ${words}`);
  }
}
