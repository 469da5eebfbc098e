import { halfDuplex } from '../../../demos/half-duplex/demo.ts';
import type { Connection } from '../../../lib/connection/connection.ts';
import { Queue } from '../../../lib/connection/queue.ts';
import { demo } from '../../../lib/terminal/programs/demo.ts';

/** A telephone for each call, and an operator for each telephone: nobody is told to wait. */
export const takesEveryCall = demo({
  ...halfDuplex,
  async serve(calls, stage) {
    for await (const call of calls) {
      const telephone = new Queue<Connection>();
      telephone.push(call);
      void halfDuplex.serve(telephone, stage);
    }
  },
});
