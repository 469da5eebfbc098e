import { simplex } from '../../../demos/simplex/demo.ts';
import { fullDuplex } from '../../../lib/modes/full-duplex.ts';
import type { Program } from '../../../lib/scene/world/program.ts';

/** A receiver that never says a word, but could: it has not given up its right to speak. */
export const keepsItsSideOpen: Program = {
  ...simplex,
  async serve(connections, { screen }) {
    for await (const connection of connections) {
      for await (const { text: words } of fullDuplex(connection)) screen(words);
    }
  },
};
