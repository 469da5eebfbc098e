import { halfDuplex } from '../../../demos/half-duplex/demo.ts';
import { answer } from '../../../lib/modes/half-duplex.ts';
import type { Program } from '../../../lib/scene/world/program.ts';

/** What `allowHalfOpen: false` does: at the caller's FIN it drops the answer that is still owed. */
export const dropsTheLastAnswer: Program = {
  ...halfDuplex,
  async serve(calls, { keyboard }) {
    for await (const call of calls) {
      const talking = await answer(call).hear();
      void call.heardLast.then(() => call.end());
      const words = await keyboard.take();
      await talking?.say(`[station] ${words}`);
    }
  },
};
