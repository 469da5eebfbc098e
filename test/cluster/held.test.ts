import { expect, it } from 'vitest';
import { cluster } from '../../demos/cluster/demo.ts';
import { serve } from '../../demos/cluster/server.ts';
import type { Log } from '../../lib/cluster/log.ts';
import { MemoryLog } from '../../lib/cluster/memory-log.ts';
import { RoomOverLog } from '../../lib/cluster/room-over-log.ts';
import { memoryWorld } from '../../lib/scene/world/world.ts';
import { someTasks } from '../connection/pair.ts';
import { open } from '../hub/place.ts';
import { members } from '../p2m/members.ts';

/** A node whose log shows nothing before `shows`, and how many messages its members have said. */
function node() {
  const way = new MemoryLog().way();
  const at = { shows: Promise.resolve(), said: 0 };
  const log: Log = {
    read: reader => way.read(reader),
    append: batch => at.shows.then(() => way.append(batch)),
    keep: checkpoint => way.keep(checkpoint),
    close: () => way.close(),
  };
  class Counted extends RoomOverLog {
    override say(...said: Parameters<RoomOverLog['say']>): void {
      at.said++;
      super.say(...said);
    }
  }
  const program = {
    ...cluster,
    serve: (connections, { clock, flags }) =>
      serve(connections, new Counted({ ...flags, clock, log, draw: () => 'life' })),
  } satisfies typeof cluster;
  return { program, at };
}

/** How many of 1,000 messages the node takes while its log shows nothing. Then it takes the others. */
async function takenMeanwhile(...between: string[]): Promise<number> {
  const { program, at } = node();
  const place = await open(program, { world: memoryWorld, flags: { burst: '4000' } });
  const [alice] = await members(place, 'alice');
  let show = () => {};
  at.shows = new Promise(resolve => {
    show = resolve;
  });
  for (let round = 0; round < 100; round++) {
    alice.says(...between, ...Array.from({ length: 10 }, () => 'x'.repeat(100)));
    await someTasks(5);
  }
  const taken = at.said;
  show();
  await alice.rest();
  expect(at.said).toBe(1_000);
  return taken;
}

it('a node whose log is stuck takes no more from a member than the burst, though the member asks who is here', async () => {
  expect(await takenMeanwhile()).toBeLessThan(50);
  const asks = Array.from({ length: 10 }, () => '/who');
  expect(await takenMeanwhile(...asks)).toBeLessThan(50);
});
