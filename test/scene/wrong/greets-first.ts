import { halfDuplex } from '../../../demos/half-duplex/demo.ts';
import { fullDuplex } from '../../../lib/modes/full-duplex.ts';
import type { Program } from '../../../lib/scene/world/program.ts';

/** A station that is too polite: the caller has the turn. */
export const greetsFirst: Program = {
  ...halfDuplex,
  async serve(calls) {
    for await (const call of calls) {
      const line = fullDuplex(call);
      await line.send('[station] Welcome!');
      for await (const { text: words } of line)
        await line.send(`[station] ${words.toUpperCase()}`);
      line.end();
    }
  },
};
