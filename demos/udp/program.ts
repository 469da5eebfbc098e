import { fromPerson, fromServer } from '../../lib/modes/words.ts';
import { serverLimit } from '../../lib/scene/world/flags.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import { DatagramRoom } from './room.ts';
import { serve } from './server.ts';

export const udp: Program = {
  server: 'room',
  relays: true,
  byDatagram: true,
  defaults: { 'max-message': '1100' },
  goodbye: '* The room closes',
  said: line => fromPerson(line).kind,
  heard: fromServer,
  serve: (connections, { clock, flags }) =>
    serve(
      connections,
      new DatagramRoom({
        clock,
        newestOnly: flags.has('newest'),
        limit: serverLimit(flags),
      }),
    ),
};
