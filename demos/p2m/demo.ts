import { hubOptions } from '../../lib/hub/options.ts';
import { fromPerson, fromServer, nameQuestion } from '../../lib/modes/words.ts';
import { oneOf, onOff } from '../../lib/options/option.ts';
import { demo } from '../../lib/terminal/programs/demo.ts';
import { chat } from './client.ts';
import { roomFor } from './rooms.ts';
import { serve } from './server.ts';

export const p2m = demo({
  name: 'p2m',
  about: 'one line in, many lines out. A room for any number of people',
  mode: 'full-duplex',
  doors: { tcp: 9004 },
  server: 'room',
  caller: 'member',
  goodbye: '* The room closes',
  full: '! Full: try again later',
  quit: '/quit',
  relays: true,
  asksName: nameQuestion,
  said: line => fromPerson(line).kind,
  heard: fromServer,
  options: {
    fanOut: oneOf(
      'HOW',
      ['tick', 'loop'],
      'how the room writes to each member: once per tick, or once per message, without --burst',
      'tick',
    ),
    withoutOrder: {
      ...onOff(
        'pass each message on from member to member, as naive rooms do: members may hear different orders',
      ),
      excludes: ['fanOut', 'burst'],
    },
    ...hubOptions,
  },
  serve: (connections, { clock, presence, flags }) =>
    serve(connections, roomFor({ clock, presence, ...flags })),
  client: chat,
});
