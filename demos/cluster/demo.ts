import { RoomOverLog } from '../../lib/cluster/room-over-log.ts';
import { longestWords } from '../../lib/cluster/wire.ts';
import { hubOptions } from '../../lib/hub/options.ts';
import { onOff, whole, word } from '../../lib/options/option.ts';
import { UsageError } from '../../lib/options/usage-error.ts';
import { demo } from '../../lib/terminal/programs/demo.ts';
import { maxMessageUpTo } from '../../lib/transport/tcp/options.ts';
import { p2m } from '../p2m/demo.ts';
import { mediumFor } from './medium.ts';
import { lanesOf, nodes, together } from './nodes.ts';
import { serve } from './server.ts';

/** The room of demos/p2m, over a log. */
export const cluster = demo({
  ...p2m,
  name: 'cluster',
  about: 'one room over several machines. A log decides on the order',
  doors: { tcp: 9010 },
  page: { at: 'pagePort', load: async () => (await import('./web.ts')).web },
  options: {
    withoutOrder: onOff(
      'have the nodes tell each other directly, without a log: members may hear different orders',
    ),
    nats: word('URL', 'share the room with all nodes on the NATS server at URL'),
    room: {
      ...word('NAME', 'the name of the room on the NATS server', 'lobby'),
      needs: 'nats',
      allowed: 'letters, digits, _ and -',
      read: (text: string) => (/^[\w-]{1,32}$/.test(text) ? text : undefined),
    },
    heartbeat: whole(
      'MS',
      [10, 3_600_000],
      'write a heartbeat to the log every MS milliseconds; another node counts this one as gone after five of its own',
      1_000,
    ),
    buffer: whole(
      'BYTES',
      [1, 1_073_741_824],
      'while this node is cut off from the log, keep at most BYTES bytes of what its members say',
      1_048_576,
    ),
    maxMessage: maxMessageUpTo(longestWords),
    ...hubOptions,
  },
  serve: async (connections, { clock, presence, screen, record, flags }) => {
    if (flags.withoutOrder && flags.nats !== undefined)
      throw new UsageError(
        '--without-order with --nats is for scenes: a node that starts later would not know who is here',
      );
    const log = await mediumFor(flags, flags).way();
    const room = new RoomOverLog({
      ...flags,
      clock,
      presence,
      screen,
      log,
      // A log in this process has one node, whose own record has everything.
      ...(flags.nats && { record: link => record?.(link, 'log') }),
      draw: () => crypto.randomUUID(),
    });
    await serve(connections, room);
  },
  alsoInScenes: ['nats'],
  together: { nodes, lanes: lanesOf, serve: together },
});
