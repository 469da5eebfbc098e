import { halfDuplex } from '../../../demos/half-duplex/program.ts';
import type { Connection } from '../../../lib/connection/connection.ts';
import { Queue } from '../../../lib/connection/queue.ts';
import type { Program } from '../../../lib/scene/world/program.ts';

/** A telephone for each call, and an operator for each telephone: nobody is told to wait. */
export const takesEveryCall: Program = {
  ...halfDuplex,
  async serve(calls, stage) {
    for await (const call of calls) {
      const telephone = new Queue<Connection>();
      telephone.push(call);
      void halfDuplex.serve(telephone, stage);
    }
  },
};
