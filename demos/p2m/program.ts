import { fromPerson, fromServer, nameQuestion } from '../../lib/modes/words.ts';
import { hubOptionsOf } from '../../lib/scene/world/flags.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import { roomFor } from './rooms.ts';
import { serve } from './server.ts';

export const p2m: Program = {
  server: 'room',
  goodbye: '* The room closes',
  full: '! Full: try again later',
  relays: true,
  asksName: nameQuestion,
  said: line => fromPerson(line).kind,
  heard: fromServer,
  serve: (connections, stage) =>
    serve(connections, roomFor(stage.flags, hubOptionsOf(stage))),
};
