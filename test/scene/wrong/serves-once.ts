import { simplex } from '../../../demos/simplex/demo.ts';
import { receiver } from '../../../lib/modes/simplex.ts';
import type { Program } from '../../../lib/scene/world/program.ts';

/** `break` out of the loop over connections: the first one that goes takes the server along. */
export const servesOnce: Program = {
  ...simplex,
  async serve(connections, { screen }) {
    for await (const connection of connections) {
      const sender = receiver(connection);
      for await (const { text: words } of sender) screen(words);
      screen(`* ${sender.peer} is gone without an end`);
      break;
    }
  },
};
