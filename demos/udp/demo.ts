import { fromPerson, fromServer } from '../../lib/modes/words.ts';
import { onOff } from '../../lib/options/option.ts';
import { demo } from '../../lib/terminal/programs/demo.ts';
import { chat } from './client.ts';
import { DatagramRoom } from './room.ts';
import { serve } from './server.ts';

export const udp = demo({
  name: 'udp',
  about: 'a room without connections. Heartbeats decide who is still there',
  mode: 'full-duplex',
  doors: { udp: 9555 },
  server: 'room',
  caller: 'guest',
  goodbye: '* The room closes',
  quit: '/quit',
  relays: true,
  said: line => fromPerson(line).kind,
  heard: fromServer,
  options: {
    newest: onOff('discard messages that arrive after a newer one'),
  },
  serve: (connections, { clock, presence, flags: { newest, maxMessage } }) =>
    serve(
      connections,
      new DatagramRoom({ clock, presence, newestOnly: newest, limit: maxMessage }),
    ),
  client: chat,
});
