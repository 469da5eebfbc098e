import { it } from 'vitest';
import { cluster } from '../../demos/cluster/demo.ts';
import { serve } from '../../demos/cluster/server.ts';
import type { LogBatch } from '../../lib/cluster/entry.ts';
import type { Log, LogReader } from '../../lib/cluster/log.ts';
import { MemoryLog } from '../../lib/cluster/memory-log.ts';
import { RoomOverLog } from '../../lib/cluster/room-over-log.ts';
import { memoryWorld } from '../../lib/scene/world/world.ts';
import { open } from '../hub/place.ts';
import { members } from '../p2m/members.ts';

/** One node over a log in memory, and what reads that log. */
function alone() {
  const way = new MemoryLog().way();
  let reader: LogReader | undefined;
  const log: Log = {
    read(one) {
      reader = one;
      return way.read(one);
    },
    append: batch => way.append(batch),
    keep: checkpoint => way.keep(checkpoint),
    close: () => way.close(),
  };
  let lives = 0;
  const program = {
    ...cluster,
    serve: (connections, { clock, flags }) => {
      const draw = () => `life${++lives}`;
      return serve(connections, new RoomOverLog({ ...flags, clock, log, draw }));
    },
  } satisfies typeof cluster;
  return {
    program,
    append: (batch: LogBatch) => way.append(batch),
    /** The log has dropped what comes next. `begins` tells of a checkpoint. */
    missed(state: Parameters<LogReader['begins']>[0]) {
      reader?.begins(state);
      reader?.missed('away');
    },
  };
}

it('a node that has missed a part of the log tells its members, and keeps them under their names', async () => {
  const { program, missed } = alone();
  const place = await open(program, { world: memoryWorld });
  const [alice, bob] = await members(place, 'alice', 'bob');
  missed({
    nodes: [['life1', 3]],
    members: [
      ['life1', 1, 'alice'],
      ['life1', 2, 'bob'],
      ['gone', 1, 'carol'],
    ],
    gone: [],
  });
  alice.says('/who', 'Hi');
  await bob.hearsAtLast(
    '* This node was away for too long: messages of others are missing',
  );
  await bob.hears('[alice] Hi');
  alice.says('/who');
  await alice.hearsAtLast('* In the room: carol, alice, bob');
  await bob.hearsNothing();
});

it('a node whose name somebody else has used begins again under another, and loses no words', async () => {
  const { program, append } = alone();
  const place = await open(program, { world: memoryWorld });
  const [alice, bob] = await members(place, 'alice', 'bob');
  const count = 2 ** 36;
  await append({ node: 'life1', count, entries: [{ is: 'alive' }] });
  alice.says('Hi');
  await bob.hearsAtLast('[alice] Hi');
});
