import { hubOptions } from '../../lib/hub/options.ts';
import { fromPerson, fromServer, nameQuestion } from '../../lib/modes/words.ts';
import { demo } from '../../lib/terminal/programs/demo.ts';
import { talk } from './client.ts';
import { Exchange } from './exchange.ts';
import { serve } from './server.ts';

export const p2p = demo({
  name: 'p2p',
  about: 'two people, who both may speak at any time. An exchange pairs them',
  mode: 'full-duplex',
  doors: { tcp: 9003 },
  server: 'exchange',
  caller: 'member',
  goodbye: '* The exchange closes',
  full: '! Full: try again later',
  quit: '/quit',
  relays: true,
  asksName: nameQuestion,
  said: line => fromPerson(line).kind,
  heard: fromServer,
  options: hubOptions,
  serve: (connections, { clock, presence, flags }) =>
    serve(connections, new Exchange({ clock, presence, ...flags })),
  client: talk,
});
