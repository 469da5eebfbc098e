import { simplex } from '../../../demos/simplex/demo.ts';
import { receiver } from '../../../lib/modes/simplex.ts';
import type { Program } from '../../../lib/scene/world/program.ts';

/** A receiver that says nothing about a message that was cut off. */
export const swallowsTheHalf: Program = {
  ...simplex,
  async serve(connections, { screen }) {
    for await (const connection of connections) {
      const sender = receiver(connection);
      for await (const { text: words } of sender)
        if (!words.startsWith('! ')) screen(words);
      screen(`* ${sender.peer} has ended`);
    }
  },
};
