// One member does not read. A room that waits for it is stuck, and a room that does not wait keeps it all.

import type { Claim, LessonStage } from '../../../lib/terminal/play/course.ts';
import { byteMeter, inBytes, meters } from '../../../lib/view/rows/meters.ts';
import {
  givesUpOnTheSlow,
  type Say,
  spoken,
  total,
  waitsForAll,
  waitsForNone,
} from '../rooms.ts';

export async function naiveRooms(
  stage: LessonStage,
  ours: Say = givesUpOnTheSlow,
): Promise<Claim> {
  await stage.tell(
    `Alice says ${inBytes(total)} in a room, line by line. Bob reads. Carol does not.`,
  );
  await stage.ask(
    'The room sends each line to Bob, and then to Carol. Who hears how much?',
  );
  await stage.tell('A room that waits for each member, `await other.send(line)`:');
  const waiting = await shown(waitsForAll);
  await stage.tell(
    `Alice has said ${inBytes(waiting.said)}, and now she waits too. Nothing is broken, and nothing will ever happen. A room that waits for nobody, \`other.send(line)\`:`,
  );
  const keeping = await shown(waitsForNone);
  await stage.tell(
    'Bob has heard everything, and what Carol does not read lies in the memory of the room. A room that waits for nobody, and gives up on a member that leaves more than 2 MiB unread:',
  );
  const right = await shown(ours);
  return {
    ok: waiting.heard < total && right.heard === total && right.held < keeping.held / 4,
    found: `bob heard ${inBytes(waiting.heard)} if the room waits; if not, it held ${inBytes(keeping.held)} for carol; with a limit bob heard ${inBytes(right.heard)}, and it held ${inBytes(right.held)}`,
  };

  async function shown(say: Say) {
    const outcome = await spoken(stage.link, say);
    await stage.show(
      meters([
        byteMeter('alice has', total),
        byteMeter('bob heard', outcome.heard),
        byteMeter('held for carol', outcome.held, 'refused'),
      ]),
    );
    return outcome;
  }
}
