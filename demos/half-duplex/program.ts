import { fromPerson, fromServer } from '../../lib/modes/words.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import { serveByOperator } from './operator.ts';
import { serve } from './server.ts';
import { serveWithoutTurns } from './without-turns.ts';

export const halfDuplex: Program = {
  server: 'station',
  goodbye: '* The station closes',
  full: '! Full: try again later',
  said: line => fromPerson(line).kind,
  heard: fromServer,
  async serve(calls, stage) {
    const { flags } = stage;
    const silence = Number(flags.get('silence') ?? 60);
    if (flags.has('without-turns')) await serveWithoutTurns(calls, stage);
    else if (flags.has('operator')) await serveByOperator(calls, { ...stage, silence });
    else await serve(calls, stage.screen);
  },
};
