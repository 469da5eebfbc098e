import { halfDuplex } from '../../../demos/half-duplex/demo.ts';
import { fullDuplex } from '../../../lib/modes/full-duplex.ts';
import type { Program } from '../../../lib/scene/world/program.ts';

/** A station that asks again after half a minute, no matter who has the turn. */
export const losesPatience: Program = {
  ...halfDuplex,
  async serve(calls, { clock }) {
    for await (const call of calls) {
      const line = fullDuplex(call);
      clock.after(30_000, () => line.trySend('[station] Are you still there?'));
    }
  },
};
