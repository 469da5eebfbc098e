import { expect, it } from 'vitest';
import { udp } from '../../demos/udp/demo.ts';
import { DatagramRoom, type DatagramRoomOptions } from '../../demos/udp/room.ts';
import { serve } from '../../demos/udp/server.ts';
import type { Connection } from '../../lib/connection/connection.ts';
import type { Member } from '../../lib/hub/member.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import { memoryWorld } from '../../lib/scene/world/world.ts';
import { demo } from '../../lib/terminal/programs/demo.ts';
import { playText } from '../scene/playing.ts';
import { sceneFile } from '../scene/scene-files.ts';

/** Right, but for one thing each. */

class TellsNoGap extends DatagramRoom {
  override enter(connection: Connection): Member | undefined {
    const start = connection.start.bind(connection);
    connection.start = discipline => start({ ...discipline, missing: () => undefined });
    return super.enter(connection);
  }
}

class ForgetsNobody extends DatagramRoom {
  override leave(): void {}
}

class SendsBack extends DatagramRoom {
  override say(author: Member, words: string): void {
    super.say(author, words);
    author.connection.trySend(`[${author.name}] ${words}`);
  }
}

class HearsWhatIsLate extends DatagramRoom {
  constructor(options: DatagramRoomOptions) {
    super({ ...options, newestOnly: false });
  }
}

const program = (Wrong: new (options: DatagramRoomOptions) => DatagramRoom) =>
  demo({
    ...udp,
    serve: (connections, { clock, flags }) =>
      serve(
        connections,
        new Wrong({
          clock,
          newestOnly: flags.newest,
          limit: flags.maxMessage,
        }),
      ),
  });

it.each([
  [TellsNoGap, '1-one-is-missing', 'expected bob to hear "* 1 missing from alice"'],
  [TellsNoGap, '2-the-last-word', 'expected bob to hear "* 1 missing from alice"'],
  [ForgetsNobody, '6-silence', 'expected bob to hear "* alice left (1 here)"'],
  [SendsBack, '3-twice', 'expected alice to hear "[bob] Thanks"'],
  [HearsWhatIsLate, '5-newest-is-best', 'expected bob to hear nothing'],
] as const)('convicts the room %o by the scene %s', async (Wrong, scene, problem) => {
  const { source } = sceneFile(`udp/${scene}`);
  const play = (room: Program) =>
    playText(source, { program: room, world: memoryWorld('datagrams') });
  await expect(play(udp)).resolves.toMatchObject({ finding: { ok: true } });
  await expect(play(program(Wrong))).rejects.toThrow(problem);
});
