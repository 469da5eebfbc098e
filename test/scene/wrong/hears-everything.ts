import { halfDuplex } from '../../../demos/half-duplex/demo.ts';
import { serveWithoutTurns } from '../../../demos/half-duplex/without-turns.ts';
import type { Program } from '../../../lib/scene/world/program.ts';

/** An operator without a turn table: who barges in is heard. */
export const hearsEverything: Program = {
  ...halfDuplex,
  serve: (calls, stage) => serveWithoutTurns(calls, { ...stage, silence: 60 }),
};
